package dev.parley.codegen;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something that the generator has to say about its input.
 *
 * @param severity whether it stops the build
 * @param key a stable name, which documentation and suppressions refer to: {@code duplicate-wire-name}
 * @param file where; null when it is about no file
 * @param line the line, from 1; 0 when unknown
 * @param column the column, from 1; 0 when unknown
 * @param message what is wrong, and the way out
 */
public record Problem(
        Severity severity, String key, @Nullable Path file, int line, int column, String message) {
    /** Whether a problem stops the build. */
    public enum Severity {
        /** It does. */
        ERROR,
        /** It does not, unless the user asked for it. */
        WARNING,
        /** It does not: it tells what became of something. */
        NOTE
    }

    /** As compilers print it: {@code Directory.java:[14,3] [duplicate-wire-name] …}. */
    @Override
    public String toString() {
        String place = file == null ? "" : file + ":[" + line + "," + column + "] ";
        return place + "[" + key + "] " + message;
    }
}
