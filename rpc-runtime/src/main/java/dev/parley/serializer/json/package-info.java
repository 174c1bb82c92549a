/**
 * JSON by our own byte reader and writer: the default serializer.
 */
@NullMarked
package dev.parley.serializer.json;

import org.jspecify.annotations.NullMarked;
