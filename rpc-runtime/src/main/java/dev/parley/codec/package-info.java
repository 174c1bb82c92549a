/**
 * Codecs: how values of one Java type are read and written, in any format. {@link dev.parley.codec.JsonValue} is the
 * type for values without one.
 */
@NullMarked
package dev.parley.codec;

import org.jspecify.annotations.NullMarked;
