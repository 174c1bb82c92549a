package dev.parley.codegen.schema;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says of values of any kind.
 *
 * @param stated the kinds that {@code type} allows, null left out; null when nothing is said
 * @param nullable whether null is allowed: by {@code type}, {@code enum} or {@code nullable}, unions left out
 * @param impossible whether no value at all is allowed
 * @param only the only values that are allowed, null left out; null when any is
 * @param format the format; empty when nothing is said
 * @param pattern the pattern; empty when nothing is said
 * @param limits all words that limit values, in the order in which they were found
 */
public record Values(
        @Nullable Set<Kind> stated,
        boolean nullable,
        boolean impossible,
        @Nullable List<JsonNode> only,
        String format,
        String pattern,
        List<Limit> limits) {
    /** Copies the collections. */
    public Values {
        stated = stated == null
                ? null
                : Collections.unmodifiableSet(stated.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(stated));
        only = only == null ? null : List.copyOf(only);
        limits = List.copyOf(limits);
    }

    /** The kinds of the only values, or of those that {@code type} names; null when neither is said. */
    @Nullable
    Set<Kind> kinds() {
        if (stated != null || only == null) {
            return stated;
        }
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        only.forEach(value -> kinds.add(Kind.of(value)));
        return kinds;
    }

    /** The least number that is allowed, or a bound below it; null when nothing is said. */
    public @Nullable BigDecimal minimum() {
        return bound("minimum");
    }

    /** The greatest number that is allowed, or a bound above it; null when nothing is said. */
    public @Nullable BigDecimal maximum() {
        return bound("maximum");
    }

    private @Nullable BigDecimal bound(String word) {
        return limits.stream()
                .filter(limit -> limit.at().child(word).node() == limit.value())
                .map(limit -> limit.value().decimalValue())
                .reduce((one, other) -> other)
                .orElse(null);
    }
}
