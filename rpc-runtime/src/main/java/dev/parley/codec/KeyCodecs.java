package dev.parley.codec;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** How the keys of maps become member names, for Java's own types. */
public final class KeyCodecs {
    /** Strings, as they are. */
    public static final KeyCodec<String> STRING = of("a string", Function.identity(), Function.identity());
    /** Booleans: {@code true} or {@code false}. */
    public static final KeyCodec<Boolean> BOOLEAN = of("true or false", String::valueOf, KeyCodecs::parseBoolean);
    /** Integers in decimal digits. */
    public static final KeyCodec<Byte> BYTE = of("an integer of 8 bits", String::valueOf, Byte::valueOf);
    /** Integers in decimal digits. */
    public static final KeyCodec<Short> SHORT = of("an integer of 16 bits", String::valueOf, Short::valueOf);
    /** Integers in decimal digits. */
    public static final KeyCodec<Integer> INT = of("an integer of 32 bits", String::valueOf, Integer::valueOf);
    /** Integers in decimal digits. */
    public static final KeyCodec<Long> LONG = of("an integer of 64 bits", String::valueOf, Long::valueOf);
    /** Single characters. */
    public static final KeyCodec<Character> CHAR = TextCodec.CHAR;
    /** UUIDs, hexadecimal. */
    public static final KeyCodec<UUID> UUID = TextCodec.UUID;
    /** URIs. */
    public static final KeyCodec<URI> URI = TextCodec.URI;
    /** Points in time, as {@link Codecs#INSTANT} writes them. */
    public static final KeyCodec<Instant> INSTANT = TimeCodecs.INSTANT;
    /** Dates, as {@link Codecs#LOCAL_DATE} writes them. */
    public static final KeyCodec<LocalDate> LOCAL_DATE = TimeCodecs.LOCAL_DATE;
    /** Times, as {@link Codecs#LOCAL_TIME} writes them. */
    public static final KeyCodec<LocalTime> LOCAL_TIME = TimeCodecs.LOCAL_TIME;
    /** Dates with time, as {@link Codecs#LOCAL_DATE_TIME} writes them. */
    public static final KeyCodec<LocalDateTime> LOCAL_DATE_TIME = TimeCodecs.LOCAL_DATE_TIME;
    /** Dates with time and offset, as {@link Codecs#OFFSET_DATE_TIME} writes them. */
    public static final KeyCodec<OffsetDateTime> OFFSET_DATE_TIME = TimeCodecs.OFFSET_DATE_TIME;
    /** Years, as {@link Codecs#YEAR} writes them. */
    public static final KeyCodec<Year> YEAR = TimeCodecs.YEAR;
    /** Months of a year, as {@link Codecs#YEAR_MONTH} writes them. */
    public static final KeyCodec<YearMonth> YEAR_MONTH = TimeCodecs.YEAR_MONTH;
    /** Zones, as {@link Codecs#ZONE_ID} writes them. */
    public static final KeyCodec<ZoneId> ZONE_ID = TimeCodecs.ZONE_ID;

    private KeyCodecs() {}

    /** The constants of an enum, by their names on the wire, which stand in the order of the constants. */
    public static <E extends Enum<E>> KeyCodec<E> enumOf(Class<E> type, String... wireNames) {
        return new EnumCodec<>(type, Map.of(), wireNames);
    }

    /**
     * The constants of an enum, by their names on the wire, which stand in the order of the constants.
     *
     * @param aliases other names that are read, and never written
     */
    public static <E extends Enum<E>> KeyCodec<E> enumOf(Class<E> type, Map<String, E> aliases, String... wireNames) {
        return new EnumCodec<>(type, aliases, wireNames);
    }

    /**
     * An enum whose constants are other values on the wire, known at run time only. The key is the value's text.
     *
     * @param value gives the value of a constant; of two constants with equal texts the first is read
     */
    public static <E extends Enum<E>> KeyCodec<E> enumBy(Class<E> type, Function<E, ?> value) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.putIfAbsent(String.valueOf(value.apply(constant)), constant);
        }
        return of(
                EnumCodec.among(constants.keySet()),
                constant -> String.valueOf(value.apply(constant)),
                text -> Optional.ofNullable(constants.get(text)).orElseThrow());
    }

    /** Keys that two functions turn into text and back; see {@link KeyCodec}. */
    public static <K> KeyCodec<K> of(String expected, Function<K, String> toText, Function<String, K> fromText) {
        return new TextCodec<>(expected, toText, fromText);
    }

    private static Boolean parseBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }
}
