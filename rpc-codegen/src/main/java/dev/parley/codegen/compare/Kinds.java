package dev.parley.codegen.compare;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What types and formats of JSON Schema include others. */
final class Kinds {
    private static final Map<String, String> WIDER_FORMATS = Map.of("int32", "int64", "float", "double");

    private Kinds() {}

    /** Whether a type is one of several, or part of one. */
    static boolean includes(Collection<String> kinds, String kind) {
        return kinds.contains(kind) || kind.equals("integer") && kinds.contains("number");
    }

    static Extent types(Set<String> before, Set<String> after) {
        return Extent.of(
                before.stream().allMatch(kind -> includes(after, kind)),
                after.stream().allMatch(kind -> includes(before, kind)));
    }

    static Extent formats(String before, String after) {
        return Extent.of(isWithin(before, after), isWithin(after, before));
    }

    private static boolean isWithin(String format, String other) {
        return other.isEmpty() || other.equals(format) || other.equals(WIDER_FORMATS.get(format));
    }
}
