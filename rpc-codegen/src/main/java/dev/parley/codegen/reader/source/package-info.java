/** Reads services from Java source with the compiler's own front end, and fills the model. */
@NullMarked
package dev.parley.codegen.reader.source;

import org.jspecify.annotations.NullMarked;
