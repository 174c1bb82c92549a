package dev.parley.codegen.model;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the source.
 *
 * @param file the file; null when it comes from compiled classes
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 */
public record Place(@Nullable Path file, int line, int column) {
    /** Nowhere that could be pointed at. */
    public static final Place UNKNOWN = new Place(null, 0, 0);

    /** As compilers print it: {@code Directory.java:[14,3]}; empty without a file. */
    @Override
    public String toString() {
        return file == null ? "" : file + ":[" + line + "," + column + "]";
    }
}
