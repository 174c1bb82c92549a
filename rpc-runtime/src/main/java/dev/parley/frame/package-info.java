/**
 * The bytes of one message: a leaf that every other package may use.
 */
@NullMarked
package dev.parley.frame;

import org.jspecify.annotations.NullMarked;
