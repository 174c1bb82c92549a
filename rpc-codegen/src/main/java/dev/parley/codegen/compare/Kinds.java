package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What types and formats of JSON Schema include others. */
final class Kinds {
    private static final Map<String, String> WIDER_FORMATS = Map.of("float", "double");

    private Kinds() {}

    /** Whether a type is one of several, or part of one. */
    static boolean includes(Collection<Kind> kinds, Kind kind) {
        return kinds.contains(kind) || kind == Kind.INTEGER && kinds.contains(Kind.NUMBER);
    }

    static Extent types(Set<Kind> before, Set<Kind> after) {
        return Extent.of(
                before.stream().allMatch(kind -> includes(after, kind)),
                after.stream().allMatch(kind -> includes(before, kind)));
    }

    static Extent formats(String before, String after) {
        Extent extent = Extent.of(isWithin(before, after), isWithin(after, before));
        // A Java type that holds any integer is wider than the long that integers without a format become.
        boolean wider = extent == Extent.SAME && !before.equals(after);
        return wider ? Extent.WIDER : extent;
    }

    private static boolean isWithin(String format, String other) {
        return other.isEmpty()
                || other.equals(format)
                || other.equals(WIDER_FORMATS.get(format))
                || format.isEmpty() && other.equals("big-integer")
                || Range.isWithin(format, other);
    }
}
