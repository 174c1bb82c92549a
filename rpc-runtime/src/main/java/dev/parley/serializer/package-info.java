/** The seams of part 2: how a message, and each value in it, becomes bytes and comes back. */
@NullMarked
package dev.parley.serializer;

import org.jspecify.annotations.NullMarked;
