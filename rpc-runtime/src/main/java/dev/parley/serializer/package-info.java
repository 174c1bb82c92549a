/**
 * How a message, and a Java value in it, becomes bytes: the seams of serializers and codecs.
 */
@NullMarked
package dev.parley.serializer;

import org.jspecify.annotations.NullMarked;
