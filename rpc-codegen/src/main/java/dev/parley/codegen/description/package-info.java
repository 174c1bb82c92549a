/** Writes OpenRPC documents from the model. */
@NullMarked
package dev.parley.codegen.description;

import org.jspecify.annotations.NullMarked;
