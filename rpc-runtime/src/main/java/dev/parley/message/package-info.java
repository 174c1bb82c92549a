/**
 * The data structure of a call: what a message has in each dialect, with no bytes and no Java values in it.
 */
@NullMarked
package dev.parley.message;

import org.jspecify.annotations.NullMarked;
