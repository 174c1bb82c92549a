/**
 * A small command line: call a method, print a description.
 */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
