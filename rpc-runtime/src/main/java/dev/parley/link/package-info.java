/** The two directions of one connection: what joins transports with calls. Not exported. */
@NullMarked
package dev.parley.link;

import org.jspecify.annotations.NullMarked;
