/** Logs of what peers cause, which must stay usable whatever a peer does; not exported. */
@NullMarked
package dev.parley.log;

import org.jspecify.annotations.NullMarked;
