/** Framings: how one message is told from the next in a stream of bytes. */
@NullMarked
package dev.parley.framing;

import org.jspecify.annotations.NullMarked;
