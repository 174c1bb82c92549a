/** Prints clients, skeletons, methods and codecs from the model, with JavaPoet. */
@NullMarked
package dev.parley.codegen.writer;

import org.jspecify.annotations.NullMarked;
