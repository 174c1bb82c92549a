/** The seam of extensions: objects, streams and the like, each with a table of its own on a connection. */
@NullMarked
package dev.parley.extension;

import org.jspecify.annotations.NullMarked;
