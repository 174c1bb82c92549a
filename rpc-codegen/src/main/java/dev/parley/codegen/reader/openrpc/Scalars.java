package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which of Java's own types holds the values of a schema. */
final class Scalars {
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private static final Map<String, PlainType> INTEGERS = Map.ofEntries(
            Map.entry("int8", PlainType.INT),
            Map.entry("int16", PlainType.INT),
            Map.entry("int32", PlainType.INT),
            Map.entry("uint8", PlainType.INT),
            Map.entry("uint16", PlainType.INT),
            Map.entry("uint32", PlainType.LONG),
            Map.entry("int64", PlainType.LONG),
            Map.entry("big-integer", PlainType.BIG_INTEGER),
            Map.entry("int128", PlainType.BIG_INTEGER),
            Map.entry("uint", PlainType.BIG_INTEGER),
            Map.entry("uint64", PlainType.BIG_INTEGER),
            Map.entry("uint128", PlainType.BIG_INTEGER));

    private static final Set<PlainType> TEXTS = EnumSet.of(
            PlainType.OFFSET_DATE_TIME,
            PlainType.LOCAL_DATE,
            PlainType.LOCAL_TIME,
            PlainType.LOCAL_DATE_TIME,
            PlainType.OFFSET_TIME,
            PlainType.ZONED_DATE_TIME,
            PlainType.YEAR,
            PlainType.YEAR_MONTH,
            PlainType.MONTH_DAY,
            PlainType.ZONE_ID,
            PlainType.ZONE_OFFSET,
            PlainType.URI,
            PlainType.UUID);

    private static final String SECONDS =
            "drops zeros at the end of a second's fraction, and its digits after the ninth";

    private static final Map<PlainType, String> NORMALIZED = Map.of(
            PlainType.OFFSET_DATE_TIME, SECONDS,
            PlainType.LOCAL_TIME, SECONDS,
            PlainType.LOCAL_DATE_TIME, SECONDS,
            PlainType.OFFSET_TIME, SECONDS,
            PlainType.ZONED_DATE_TIME, SECONDS,
            PlainType.UUID, "writes small letters");

    private static final Map<String, PlainType> TEXT_FORMATS = new HashMap<>();

    static {
        TEXTS.forEach(type -> TEXT_FORMATS.put(type.format(), type));
    }

    private Scalars() {}

    static Type of(Kind kind, Schema schema) {
        return new Type.Plain(
                switch (kind) {
                    case BOOLEAN -> PlainType.BOOLEAN;
                    case INTEGER -> integer(schema);
                    case NUMBER -> number(schema);
                    case STRING -> TEXT_FORMATS.getOrDefault(schema.values().format(), PlainType.STRING);
                    default -> throw new IllegalArgumentException(kind + " is not a single value");
                });
    }

    private static PlainType integer(Schema schema) {
        PlainType named = INTEGERS.get(schema.values().format());
        boolean small =
                isInt(schema.values().minimum()) && isInt(schema.values().maximum());
        return widened(named != null ? named : small ? PlainType.INT : PlainType.LONG, schema);
    }

    private static boolean isInt(@Nullable BigDecimal bound) {
        return bound != null && bound.compareTo(MIN_INT) >= 0 && bound.compareTo(MAX_INT) <= 0;
    }

    /** A type that holds the values that a schema mentions, whatever its format says. */
    private static PlainType widened(PlainType type, Schema schema) {
        PlainType wide = type;
        for (BigDecimal value : mentioned(schema)) {
            if (value.compareTo(MIN_LONG) < 0 || value.compareTo(MAX_LONG) > 0) {
                return PlainType.BIG_INTEGER;
            }
            wide = wide == PlainType.INT && !isInt(value) ? PlainType.LONG : wide;
        }
        return wide;
    }

    private static List<BigDecimal> mentioned(Schema schema) {
        List<BigDecimal> values = new ArrayList<>();
        schema.values().limits().stream()
                .filter(limit -> BOUNDS.contains(limit.word()))
                .forEach(limit -> values.add(limit.value().decimalValue()));
        List<JsonNode> only = schema.values().only();
        if (only != null) {
            only.stream().filter(JsonNode::isNumber).forEach(value -> values.add(value.decimalValue()));
        }
        return values;
    }

    /** What does not come back of a text as it was, in words that follow "which"; null when all does. */
    static @Nullable String normalization(Type type) {
        return type.asPlain().map(NORMALIZED::get).orElse(null);
    }

    // Without a format a number may be of any size and precision, and integers are written as they came.
    private static PlainType number(Schema schema) {
        return switch (schema.values().format()) {
            case "double" -> PlainType.DOUBLE;
            case "float" -> PlainType.FLOAT;
            default ->
                INTEGERS.containsKey(schema.values().format())
                        ? INTEGERS.get(schema.values().format())
                        : PlainType.BIG_DECIMAL;
        };
    }

    /** The one type of two that holds the numbers of both; null when one is not a number. */
    static @Nullable Type wider(Type one, Type other) {
        if (!(one instanceof Type.Plain first && other instanceof Type.Plain second)) {
            return null;
        }
        boolean numbers = isNumber(first.plain()) && isNumber(second.plain());
        boolean integers =
                first.plain().wire() == PlainType.Wire.INTEGER && second.plain().wire() == PlainType.Wire.INTEGER;
        return !numbers ? null : new Type.Plain(integers ? PlainType.BIG_INTEGER : PlainType.BIG_DECIMAL);
    }

    private static boolean isNumber(PlainType type) {
        return type.wire() == PlainType.Wire.INTEGER || type.wire() == PlainType.Wire.NUMBER;
    }

    /** The type of a member whose values are all the same; null when Java has no literal for it. */
    static @Nullable PlainType constant(Kind kind) {
        return switch (kind) {
            case STRING -> PlainType.STRING;
            case INTEGER -> PlainType.LONG;
            case BOOLEAN -> PlainType.BOOLEAN;
            default -> null;
        };
    }

    /** A type that may also be null. */
    static Type orNull(Type type) {
        return type.isPrimitive() ? new Type.NullableOf(boxed(type)) : type.orNull();
    }

    /** A type with a class in place of a primitive. */
    static Type boxed(Type type) {
        if (type instanceof Type.Checked checked) {
            return new Type.Checked(boxed(checked.type()), checked.rules());
        }
        return type instanceof Type.Plain plain ? new Type.Plain(plain.plain().boxed()) : type;
    }
}
