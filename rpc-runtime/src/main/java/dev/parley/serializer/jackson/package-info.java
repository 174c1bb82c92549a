/** JSON by Jackson: the reference that our own reader and writer are held against. */
@NullMarked
package dev.parley.serializer.jackson;

import org.jspecify.annotations.NullMarked;
