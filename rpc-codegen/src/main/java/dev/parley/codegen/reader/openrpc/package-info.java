/** Reads OpenRPC documents into the model. */
@NullMarked
package dev.parley.codegen.reader.openrpc;

import org.jspecify.annotations.NullMarked;
