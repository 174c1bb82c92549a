/**
 * JSON by Jackson: the reference that defines our JSON, and the fall-back for types without a generated codec. Besides,
 * CBOR and Smile.
 */
@NullMarked
package dev.parley.serializer.jackson;

import org.jspecify.annotations.NullMarked;
