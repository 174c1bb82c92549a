package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Kind;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Integers from one to another.
 *
 * @param from the least; null when there is none
 * @param to the greatest; null when there is none
 */
record Range(@Nullable BigInteger from, @Nullable BigInteger to) {
    private static final Range ALL = new Range(null, null);

    private static final Map<String, Range> FORMATS = Map.ofEntries(
            Map.entry("int8", signed(7)),
            Map.entry("int16", signed(15)),
            Map.entry("int32", signed(31)),
            Map.entry("int64", signed(63)),
            Map.entry("int128", signed(127)),
            Map.entry("uint8", unsigned(8)),
            Map.entry("uint16", unsigned(16)),
            Map.entry("uint32", unsigned(32)),
            Map.entry("uint64", unsigned(64)),
            Map.entry("uint128", unsigned(128)),
            Map.entry("uint", new Range(BigInteger.ZERO, null)),
            Map.entry("big-integer", ALL),
            // The integers that a floating point number holds one by one.
            Map.entry("float", signed(24)),
            Map.entry("double", signed(53)));

    private static Range signed(int bits) {
        BigInteger limit = BigInteger.ONE.shiftLeft(bits);
        return new Range(limit.negate(), limit.subtract(BigInteger.ONE));
    }

    private static Range unsigned(int bits) {
        return new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
    }

    /** Whether all integers of one format are of another. */
    static boolean isWithin(String format, String other) {
        boolean integers = FORMATS.containsKey(format) && FORMATS.containsKey(other);
        boolean numbers = isFloating(format);
        return integers && !numbers && FORMATS.get(other).contains(FORMATS.get(format));
    }

    private static boolean isFloating(String format) {
        return format.equals("float") || format.equals("double");
    }

    /** Whether the integers of a schema are of a primitive type in Java. */
    static boolean isPrimitive(Form form) {
        Range range = of(form);
        String format = form.schema().values().format();
        boolean large = format.equals("big-integer") || format.equals("uint") || format.endsWith("128");
        Range most = FORMATS.get("int64");
        return range == null ? !large : !large && most.contains(new Range(range.fromOr(most), range.toOr(most)));
    }

    private @Nullable BigInteger fromOr(Range other) {
        return from == null ? other.from : from;
    }

    private @Nullable BigInteger toOr(Range other) {
        return to == null ? other.to : to;
    }

    /** Whether two schemas allow the same integers in a type of the same size. */
    static boolean areSame(Form one, Form other) {
        Range range = of(one);
        return range != null && range.equals(of(other)) && isPrimitive(one) == isPrimitive(other);
    }

    /** The integers that a schema allows by its format and its bounds; null when it allows other numbers too. */
    static @Nullable Range of(Form form) {
        if (!form.kinds().equals(Set.of(Kind.INTEGER)) || form.only() != null) {
            return null;
        }
        Range all = FORMATS.getOrDefault(form.schema().values().format(), ALL);
        Map<String, JsonNode> limits = form.limits();
        return new Range(max(all.from, integer(limits.get("minimum"))), min(all.to, integer(limits.get("maximum"))));
    }

    private static @Nullable BigInteger integer(@Nullable JsonNode bound) {
        return bound == null ? null : bound.decimalValue().toBigInteger();
    }

    private static @Nullable BigInteger max(@Nullable BigInteger one, @Nullable BigInteger other) {
        return one == null ? other : other == null ? one : one.max(other);
    }

    private static @Nullable BigInteger min(@Nullable BigInteger one, @Nullable BigInteger other) {
        return one == null ? other : other == null ? one : one.min(other);
    }

    private boolean contains(Range other) {
        BigInteger least = other.from;
        BigInteger most = other.to;
        return (from == null || least != null && from.compareTo(least) <= 0)
                && (to == null || most != null && to.compareTo(most) >= 0);
    }
}
