package dev.parley.codegen.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something that the generator has to say about its input: readers, checks and comparisons all say it in this form.
 *
 * @param severity whether it stops the build
 * @param key a stable name, which documentation and suppressions refer to: {@code duplicate-wire-name}
 * @param place where; {@link Place#UNKNOWN} when it is about no file
 * @param text what is wrong, and the way out: sentences
 */
public record Problem(Severity severity, String key, Place place, String text) {
    /** Whether a problem stops the build. */
    public enum Severity {
        /** It does. */
        ERROR,
        /** It does not, unless the user asked for it. */
        WARNING,
        /** It does not: it tells what became of something. */
        NOTE
    }

    /** By file, line and column. */
    public static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    Problem::place,
                    Comparator.comparing((Place place) -> Optional.ofNullable(place.file())
                                    .map(Object::toString)
                                    .orElse(""))
                            .thenComparingInt(Place::line)
                            .thenComparingInt(Place::column))
            .thenComparing(Problem::key)
            .thenComparing(Problem::text);

    /** A problem that stops the build. */
    public static Problem error(String key, Place place, String text) {
        return new Problem(Severity.ERROR, key, place, text);
    }

    /** A problem that stops the build only if the user asked for it. */
    public static Problem warning(String key, Place place, String text) {
        return new Problem(Severity.WARNING, key, place, text);
    }

    /** A problem that never stops the build. */
    public static Problem note(String key, Place place, String text) {
        return new Problem(Severity.NOTE, key, place, text);
    }

    /** Whether it stops the build. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Whether one of some problems stops the build. */
    public static boolean anyError(List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** As compilers print it: {@code Directory.java:[14,3] [duplicate-wire-name] …}. */
    @Override
    public String toString() {
        return (place + " ").stripLeading() + "[" + key + "] " + text;
    }
}
