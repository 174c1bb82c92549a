package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of Java's own types, and what makes codecs of codecs.
 *
 * <p>None takes or gives null, unless it says so; {@link #nullable} makes one that does. Collections and maps that are
 * read can be changed, and hold what came in its order.
 */
public final class Codecs {
    /** A string. */
    public static final Codec<String> STRING = new FunctionCodec<>(ValueReader::readString, ValueWriter::writeString);
    /** {@code true} or {@code false}. */
    public static final Codec<Boolean> BOOLEAN =
            new FunctionCodec<>(ValueReader::readBoolean, ValueWriter::writeBoolean);
    /** An integer of 8 bits. */
    public static final Codec<Byte> BYTE = NumberCodecs.BYTE;
    /** An integer of 16 bits. */
    public static final Codec<Short> SHORT = NumberCodecs.SHORT;
    /** An integer of 32 bits. */
    public static final Codec<Integer> INT = new FunctionCodec<>(ValueReader::readInt, ValueWriter::writeInt);
    /** An integer of 64 bits. */
    public static final Codec<Long> LONG = new FunctionCodec<>(ValueReader::readLong, ValueWriter::writeLong);
    /** A number; see {@link ValueReader#readFloat()}. */
    public static final Codec<Float> FLOAT = new FunctionCodec<>(ValueReader::readFloat, ValueWriter::writeFloat);
    /** A number; see {@link ValueReader#readDouble()}. */
    public static final Codec<Double> DOUBLE = new FunctionCodec<>(ValueReader::readDouble, ValueWriter::writeDouble);
    /** A string of one character. */
    public static final Codec<Character> CHAR = TextCodec.CHAR;
    /** An integer of any size. */
    public static final Codec<BigInteger> BIG_INTEGER =
            new FunctionCodec<>(ValueReader::readBigInteger, ValueWriter::writeBigInteger);
    /** A number with its scale; written without exponent. */
    public static final Codec<BigDecimal> BIG_DECIMAL =
            new FunctionCodec<>(ValueReader::readBigDecimal, ValueWriter::writeBigDecimal);
    /** Bytes; see {@link ValueReader#readBytes()}. */
    public static final Codec<byte[]> BYTES = ArrayCodecs.BYTES;
    /** An array. */
    public static final ElementsCodec<boolean[]> BOOLEAN_ARRAY = ArrayCodecs.BOOLEANS;
    /** An array. */
    public static final ElementsCodec<short[]> SHORT_ARRAY = ArrayCodecs.SHORTS;
    /** An array. */
    public static final ElementsCodec<int[]> INT_ARRAY = ArrayCodecs.INTS;
    /** An array. */
    public static final ElementsCodec<long[]> LONG_ARRAY = ArrayCodecs.LONGS;
    /** An array. */
    public static final ElementsCodec<float[]> FLOAT_ARRAY = ArrayCodecs.FLOATS;
    /** An array. */
    public static final ElementsCodec<double[]> DOUBLE_ARRAY = ArrayCodecs.DOUBLES;
    /** A string. */
    public static final Codec<char[]> CHAR_ARRAY = ArrayCodecs.CHARS;
    /** An integer of 32 bits, or null for none. */
    public static final Codec<OptionalInt> OPTIONAL_INT = NumberCodecs.OPTIONAL_INT;
    /** An integer of 64 bits, or null for none. */
    public static final Codec<OptionalLong> OPTIONAL_LONG = NumberCodecs.OPTIONAL_LONG;
    /** A number, or null for none. */
    public static final Codec<OptionalDouble> OPTIONAL_DOUBLE = NumberCodecs.OPTIONAL_DOUBLE;
    /** {@code "2026-01-31T12:00:00Z"}. */
    public static final Codec<Instant> INSTANT = TimeCodecs.INSTANT;
    /** {@code "2026-01-31"}. */
    public static final Codec<LocalDate> LOCAL_DATE = TimeCodecs.LOCAL_DATE;
    /** {@code "12:00:00"}. */
    public static final Codec<LocalTime> LOCAL_TIME = TimeCodecs.LOCAL_TIME;
    /** {@code "2026-01-31T12:00:00"}. */
    public static final Codec<LocalDateTime> LOCAL_DATE_TIME = TimeCodecs.LOCAL_DATE_TIME;
    /** {@code "2026-01-31T12:00:00+01:00"}. */
    public static final Codec<OffsetDateTime> OFFSET_DATE_TIME = TimeCodecs.OFFSET_DATE_TIME;
    /** {@code "12:00:00+01:00"}. */
    public static final Codec<OffsetTime> OFFSET_TIME = TimeCodecs.OFFSET_TIME;
    /** {@code "2026-01-31T12:00:00+01:00[Europe/Berlin]"}. */
    public static final Codec<ZonedDateTime> ZONED_DATE_TIME = TimeCodecs.ZONED_DATE_TIME;
    /** {@code "PT1H30M"}. */
    public static final Codec<Duration> DURATION = TimeCodecs.DURATION;
    /** {@code "P1Y2M3D"}. */
    public static final Codec<Period> PERIOD = TimeCodecs.PERIOD;
    /** {@code "2026"}. */
    public static final Codec<Year> YEAR = TimeCodecs.YEAR;
    /** {@code "2026-01"}. */
    public static final Codec<YearMonth> YEAR_MONTH = TimeCodecs.YEAR_MONTH;
    /** {@code "--01-31"}. */
    public static final Codec<MonthDay> MONTH_DAY = TimeCodecs.MONTH_DAY;
    /** {@code "JANUARY"}. */
    public static final Codec<Month> MONTH = TimeCodecs.MONTH;
    /** {@code "MONDAY"}. */
    public static final Codec<DayOfWeek> DAY_OF_WEEK = TimeCodecs.DAY_OF_WEEK;
    /** {@code "Europe/Berlin"}. */
    public static final Codec<ZoneId> ZONE_ID = TimeCodecs.ZONE_ID;
    /** {@code "+01:00"}. */
    public static final Codec<ZoneOffset> ZONE_OFFSET = TimeCodecs.ZONE_OFFSET;
    /** A URI as text. */
    public static final Codec<URI> URI = TextCodec.URI;
    /** Hexadecimal text of 36 characters. */
    public static final Codec<UUID> UUID = TextCodec.UUID;
    /** Any value; nulls are {@link JsonValue.JsonNull}. */
    public static final Codec<JsonValue> JSON_VALUE =
            new EmptyCodec<>(new JsonValueCodec(), JsonValue.nothing(), JsonValue.nothing());
    /** Nothing: writes null, and takes any value and drops it. */
    public static final Codec<@Nullable Void> VOID =
            new FunctionCodec<@Nullable Void>(Codecs::readVoid, (out, nothing) -> out.writeNull());

    /** Null only: what a schema of the type null allows. */
    public static final Codec<@Nullable Void> NULL =
            new FunctionCodec<@Nullable Void>(Codecs::readNull, (out, nothing) -> out.writeNull());

    private Codecs() {}

    private static @Nullable Void readNull(ValueReader in) {
        if (!in.readNull()) {
            throw in.unexpected("null", in.peek().inWords());
        }
        return null;
    }

    private static @Nullable Void readVoid(ValueReader in) {
        in.skip();
        return null;
    }

    /**
     * The same values and null. What has a value of its own for null keeps it: a null that is read as an {@code Optional} is
     * an empty one.
     */
    public static <T> Codec<@Nullable T> nullable(Codec<T> codec) {
        @Nullable T ofNull = codec instanceof EmptyCodec<T> empty ? empty.ofNull() : null;
        return new FunctionCodec<@Nullable T>(in -> in.readNull() ? ofNull : codec.read(in), (out, value) -> {
            if (value == null) {
                out.writeNull();
            } else {
                codec.write(out, value);
            }
        });
    }

    /** The value, or null for an empty one. */
    public static <T> Codec<Optional<T>> optional(Codec<T> codec) {
        Codec<Optional<T>> optional = new FunctionCodec<>(
                in -> in.readNull() ? Optional.empty() : Optional.of(codec.read(in)),
                (out, value) -> value.ifPresentOrElse(present -> codec.write(out, present), out::writeNull));
        return new EmptyCodec<>(optional, Optional.empty(), Optional.empty());
    }

    /** What a member without a value is, for a type that only its codec knows: null for most. */
    public static <T> @Nullable T absent(Codec<T> codec) {
        return codec instanceof EmptyCodec<T> empty ? empty.ofNothing() : null;
    }

    /** The value or null, where absent is told from both: the absent itself is never written. */
    public static <T> Codec<Maybe<T>> maybe(Codec<T> codec) {
        Codec<@Nullable T> nullable = nullable(codec);
        Codec<Maybe<T>> maybe = new FunctionCodec<>(
                in -> Maybe.ofNullable(nullable.read(in)), (out, value) -> nullable.write(out, value.orNull()));
        return new EmptyCodec<>(maybe, Maybe.ofNullable(null), Maybe.absent());
    }

    /** One value, which is always the same: any other is refused. */
    public static <T> Codec<T> constant(Codec<T> codec, T constant) {
        return new ConstantCodec<>(codec, constant);
    }

    /**
     * The same values as far as all rules hold for them, which are tried in their order; what is written is not
     * checked. A value for which one does not hold is refused: the error names it, its place and the rule.
     */
    @SafeVarargs // It is only read.
    public static <T> Codec<T> checked(Codec<T> codec, Rule<? super T>... rules) {
        List<Rule<? super T>> all = new ArrayList<>();
        for (Rule<? super T> rule : rules) {
            all.add(rule);
        }
        return new CheckedCodec<>(codec, List.copyOf(all));
    }

    /** An array; reads an {@link ArrayList}. */
    public static <E extends @Nullable Object> Codec<List<E>> list(Codec<E> element) {
        return new CollectionCodec<>(element, ArrayList::new);
    }

    /** An array; reads an {@link ArrayList}. */
    public static <E extends @Nullable Object> Codec<Collection<E>> collection(Codec<E> element) {
        return new CollectionCodec<>(element, ArrayList::new);
    }

    /** An array; reads a {@link LinkedHashSet}. */
    public static <E extends @Nullable Object> Codec<Set<E>> set(Codec<E> element) {
        return new CollectionCodec<>(element, LinkedHashSet::new);
    }

    /** An array; reads a {@link TreeSet} in natural order. */
    public static <E> Codec<SortedSet<E>> sortedSet(Codec<E> element) {
        return new CollectionCodec<>(element, TreeSet::new);
    }

    /** An array; reads an {@link ArrayDeque}, so that no element may be null. */
    public static <E> Codec<Queue<E>> queue(Codec<E> element) {
        return new CollectionCodec<>(element, ArrayDeque::new);
    }

    /** An array; reads an {@link ArrayDeque}, so that no element may be null. */
    public static <E> Codec<Deque<E>> deque(Codec<E> element) {
        return new CollectionCodec<>(element, ArrayDeque::new);
    }

    /** An array; {@code newArray} makes one of a length: {@code Person[]::new}. */
    public static <E extends @Nullable Object> ElementsCodec<E[]> array(Codec<E> element, IntFunction<E[]> newArray) {
        return ArrayCodecs.of(element, newArray);
    }

    /** An object; reads a {@link LinkedHashMap}. */
    public static <V extends @Nullable Object> Codec<Map<String, V>> map(Codec<V> value) {
        return map(KeyCodecs.STRING, value);
    }

    /** An object; reads a {@link LinkedHashMap}. */
    public static <K, V extends @Nullable Object> Codec<Map<K, V>> map(KeyCodec<K> key, Codec<V> value) {
        return new MapCodec<>(key, value, LinkedHashMap::new);
    }

    /** An object; reads a {@link TreeMap} in natural order. */
    public static <V extends @Nullable Object> Codec<SortedMap<String, V>> sortedMap(Codec<V> value) {
        return sortedMap(KeyCodecs.STRING, value);
    }

    /** An object; reads a {@link TreeMap} in natural order. */
    public static <K, V extends @Nullable Object> Codec<SortedMap<K, V>> sortedMap(KeyCodec<K> key, Codec<V> value) {
        return new MapCodec<>(key, value, TreeMap::new);
    }

    /** The constants of an enum, by their names on the wire, which stand in the order of the constants. */
    public static <E extends Enum<E>> Codec<E> enumOf(Class<E> type, String... wireNames) {
        return new EnumCodec<>(type, Map.of(), wireNames);
    }

    /**
     * The constants of an enum, by their names on the wire, which stand in the order of the constants.
     *
     * @param aliases other names that are read, and never written
     */
    public static <E extends Enum<E>> Codec<E> enumOf(Class<E> type, Map<String, E> aliases, String... wireNames) {
        return new EnumCodec<>(type, aliases, wireNames);
    }

    /**
     * An enum whose constants are other values on the wire, known at run time only.
     *
     * @param value gives the value of a constant; of two constants with equal values the first is read
     */
    public static <E extends Enum<E>, V> Codec<E> enumBy(Class<E> type, Codec<V> codec, Function<E, V> value) {
        return new EnumValueCodec<>(type, codec, value);
    }

    /** A codec that is asked for when it is first used, for types that contain themselves. */
    public static <T extends @Nullable Object> Codec<T> lazy(Supplier<Codec<T>> codec) {
        return new LazyCodec<>(codec);
    }
}
