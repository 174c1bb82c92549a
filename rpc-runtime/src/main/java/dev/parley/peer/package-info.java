/**
 * Where the parts join: peers, servers, pending calls, threads and ends.
 */
@NullMarked
package dev.parley.peer;

import org.jspecify.annotations.NullMarked;
