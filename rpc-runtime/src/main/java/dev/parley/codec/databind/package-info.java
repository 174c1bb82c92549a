/**
 * Codecs by jackson-databind, for types that the generator cannot treat, and the one mapper configuration that defines
 * Parley's JSON.
 */
@NullMarked
package dev.parley.codec.databind;

import org.jspecify.annotations.NullMarked;
