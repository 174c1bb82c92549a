/** The binary serializers CBOR and Smile, each on an optional Jackson library. */
@NullMarked
package dev.parley.serializer.binary;

import org.jspecify.annotations.NullMarked;
