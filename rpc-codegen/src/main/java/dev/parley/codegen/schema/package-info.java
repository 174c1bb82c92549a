/**
 * Reads JSON Schema (files, references, keywords and limits) into an immutable representation that both the reader of
 * documents and the comparison use. It knows nothing of Java types.
 */
@NullMarked
package dev.parley.codegen.schema;

import org.jspecify.annotations.NullMarked;
