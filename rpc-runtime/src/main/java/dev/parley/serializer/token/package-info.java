/** Values read from and written to Jackson's token streams; shared by what builds on Jackson, and not exported. */
@NullMarked
package dev.parley.serializer.token;

import org.jspecify.annotations.NullMarked;
