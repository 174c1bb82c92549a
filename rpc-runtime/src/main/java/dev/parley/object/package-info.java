/**
 * Values that travel by reference.
 */
@NullMarked
package dev.parley.object;

import org.jspecify.annotations.NullMarked;
