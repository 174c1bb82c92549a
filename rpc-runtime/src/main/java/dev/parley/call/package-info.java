/**
 * One incoming or outgoing call from its first byte to its end: the queue in which calls start, the threads on which they
 * run, and the answers that calls wait for. It knows no transport, and is not exported.
 */
@NullMarked
package dev.parley.call;

import org.jspecify.annotations.NullMarked;
