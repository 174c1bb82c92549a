package dev.parley.codegen.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Java's own types that are one value on the wire, with the constant of {@code Codecs} for each. */
public enum PlainType {
    BOOLEAN("boolean", "BOOLEAN", Wire.BOOLEAN, null),
    BYTE("byte", "BYTE", Wire.INTEGER, "int8"),
    SHORT("short", "SHORT", Wire.INTEGER, "int16"),
    INT("int", "INT", Wire.INTEGER, "int32"),
    LONG("long", "LONG", Wire.INTEGER, "int64"),
    FLOAT("float", "FLOAT", Wire.NUMBER, "float"),
    DOUBLE("double", "DOUBLE", Wire.NUMBER, "double"),
    CHAR("char", "CHAR", Wire.STRING, null),
    BOXED_BOOLEAN("java.lang.Boolean", "BOOLEAN", Wire.BOOLEAN, null),
    BOXED_BYTE("java.lang.Byte", "BYTE", Wire.INTEGER, "int8"),
    BOXED_SHORT("java.lang.Short", "SHORT", Wire.INTEGER, "int16"),
    BOXED_INT("java.lang.Integer", "INT", Wire.INTEGER, "int32"),
    BOXED_LONG("java.lang.Long", "LONG", Wire.INTEGER, "int64"),
    BOXED_FLOAT("java.lang.Float", "FLOAT", Wire.NUMBER, "float"),
    BOXED_DOUBLE("java.lang.Double", "DOUBLE", Wire.NUMBER, "double"),
    BOXED_CHAR("java.lang.Character", "CHAR", Wire.STRING, null),
    STRING("java.lang.String", "STRING", Wire.STRING, null),
    BIG_INTEGER("java.math.BigInteger", "BIG_INTEGER", Wire.INTEGER, "big-integer"),
    BIG_DECIMAL("java.math.BigDecimal", "BIG_DECIMAL", Wire.NUMBER, null),
    OPTIONAL_INT("java.util.OptionalInt", "OPTIONAL_INT", Wire.INTEGER, "int32"),
    OPTIONAL_LONG("java.util.OptionalLong", "OPTIONAL_LONG", Wire.INTEGER, "int64"),
    OPTIONAL_DOUBLE("java.util.OptionalDouble", "OPTIONAL_DOUBLE", Wire.NUMBER, "double"),
    INSTANT("java.time.Instant", "INSTANT", Wire.STRING, "date-time"),
    LOCAL_DATE("java.time.LocalDate", "LOCAL_DATE", Wire.STRING, "date"),
    LOCAL_TIME("java.time.LocalTime", "LOCAL_TIME", Wire.STRING, "local-time"),
    LOCAL_DATE_TIME("java.time.LocalDateTime", "LOCAL_DATE_TIME", Wire.STRING, "local-date-time"),
    OFFSET_DATE_TIME("java.time.OffsetDateTime", "OFFSET_DATE_TIME", Wire.STRING, "date-time"),
    OFFSET_TIME("java.time.OffsetTime", "OFFSET_TIME", Wire.STRING, "time"),
    ZONED_DATE_TIME("java.time.ZonedDateTime", "ZONED_DATE_TIME", Wire.STRING, "zoned-date-time"),
    DURATION("java.time.Duration", "DURATION", Wire.STRING, "duration"),
    PERIOD("java.time.Period", "PERIOD", Wire.STRING, "duration"),
    YEAR("java.time.Year", "YEAR", Wire.STRING, "year"),
    YEAR_MONTH("java.time.YearMonth", "YEAR_MONTH", Wire.STRING, "year-month"),
    MONTH_DAY("java.time.MonthDay", "MONTH_DAY", Wire.STRING, "month-day"),
    MONTH("java.time.Month", "MONTH", Wire.STRING, null),
    DAY_OF_WEEK("java.time.DayOfWeek", "DAY_OF_WEEK", Wire.STRING, null),
    ZONE_ID("java.time.ZoneId", "ZONE_ID", Wire.STRING, "zone-id"),
    ZONE_OFFSET("java.time.ZoneOffset", "ZONE_OFFSET", Wire.STRING, "zone-offset"),
    URI("java.net.URI", "URI", Wire.STRING, "uri"),
    UUID("java.util.UUID", "UUID", Wire.STRING, "uuid"),
    JSON_VALUE("dev.parley.codec.JsonValue", "JSON_VALUE", Wire.ANY, null),
    VOID("java.lang.Void", "NULL", Wire.NULL, null);

    /** What a value is in JSON. */
    public enum Wire {
        BOOLEAN,
        INTEGER,
        NUMBER,
        STRING,
        NULL,
        ANY
    }

    private static final int PRIMITIVES = 8;
    private static final Map<String, PlainType> BY_NAME = new HashMap<>();

    static {
        for (PlainType type : values()) {
            BY_NAME.put(type.javaName, type);
        }
    }

    private final String javaName;
    private final String codec;
    private final Wire wire;
    private final @Nullable String format;

    PlainType(String javaName, String codec, Wire wire, @Nullable String format) {
        this.javaName = javaName;
        this.codec = codec;
        this.wire = wire;
        this.format = format;
    }

    /** The type with a name, such as {@code int} or {@code java.net.URI}. */
    public static Optional<PlainType> named(String javaName) {
        return Optional.ofNullable(BY_NAME.get(javaName));
    }

    /** The full name in Java. */
    public String javaName() {
        return javaName;
    }

    /** The constant of {@code Codecs}. */
    public String codec() {
        return codec;
    }

    /** What a value is in JSON. */
    public Wire wire() {
        return wire;
    }

    /** The format in a schema; null when there is none. */
    public @Nullable String format() {
        return format;
    }

    /** Whether it is a primitive type. */
    public boolean isPrimitive() {
        return ordinal() < PRIMITIVES;
    }

    /** The class of a primitive type's boxed values; any other type itself. */
    public PlainType boxed() {
        return isPrimitive() ? values()[ordinal() + PRIMITIVES] : this;
    }

    /** The primitive type of a boxed one; any other type itself. */
    public PlainType unboxed() {
        return !isPrimitive() && ordinal() < 2 * PRIMITIVES ? values()[ordinal() - PRIMITIVES] : this;
    }

    /** Whether it says by itself that there may be no value. */
    public boolean isOptional() {
        return this == OPTIONAL_INT || this == OPTIONAL_LONG || this == OPTIONAL_DOUBLE;
    }
}
