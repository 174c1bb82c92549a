/**
 * The goals. A goal is a form: it turns its parameters into one {@link dev.parley.codegen.GenerationRequest}, hands it to
 * the generator, and writes down the result; what is left to decide here is whether to run at all, and which files on
 * disk are ours.
 */
@NullMarked
package dev.parley.maven;

import org.jspecify.annotations.NullMarked;
