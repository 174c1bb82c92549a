package dev.parley.codec.databind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codec.KeyCodec;
import dev.parley.codec.KeyCodecs;
import dev.parley.frame.Frame;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.binary.BinarySerializer;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every codec of ours gives what the one mapper gives, and each reads what the other wrote. */
class MapperAgreementTest {
    private static final int ROUNDS = 300;
    private static final JsonMapper MAPPER = ParleyMapper.mapper();
    private final RandomValues random = new RandomValues(11);

    private <T> DynamicTest agree(Type type, Codec<T> codec, Supplier<T> values) {
        return DynamicTest.dynamicTest(type.getTypeName(), () -> {
            DatabindCodec<T> databind = DatabindCodec.of(type);
            for (int i = 0; i < ROUNDS; i++) {
                T value = values.get();
                String json = new String(Json.write(codec, value), StandardCharsets.UTF_8);
                assertThat(json).isEqualTo(MAPPER.writeValueAsString(value));
                assertThat(Json.write(databind, value))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(json);
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                assertThat(Json.read(codec, bytes)).isEqualTo(value);
                T byMapper = MAPPER.readValue(bytes, MAPPER.constructType(type));
                assertThat(byMapper).isEqualTo(value);
                assertThat(Json.read(databind, bytes)).isEqualTo(value);
                for (BinarySerializer binary : List.of(BinarySerializer.cbor(), BinarySerializer.smile())) {
                    Frame frame = write(binary, codec, value);
                    assertThat(read(binary, codec, frame)).isEqualTo(value);
                    assertThat(read(binary, databind, frame)).isEqualTo(value);
                    assertThat(read(binary, codec, write(binary, databind, value)))
                            .isEqualTo(value);
                    // Without its type it is JSON, but for the text of numbers: doubles have no shortest form there.
                    assertThat(Json.read(
                                    codec,
                                    Json.write(read(binary, Codecs.JSON_VALUE, frame))
                                            .getBytes(StandardCharsets.UTF_8)))
                            .isEqualTo(value);
                }
            }
        });
    }

    private static <T> Frame write(BinarySerializer serializer, Codec<T> codec, T value) {
        try (MessageWriter out = serializer.write(Integer.MAX_VALUE, References.NONE)) {
            codec.write(out.begin(), value);
            return out.end().keep();
        }
    }

    private static <T> T read(BinarySerializer serializer, Codec<T> codec, Frame frame) {
        try (MessageReader in = serializer.read(frame, ReadLimits.DEFAULT, References.NONE)) {
            return codec.read(in.value(frame.from(), frame.to()));
        }
    }

    private <T> DynamicTest agree(TypeReference<T> type, Codec<T> codec, Supplier<T> values) {
        return agree(type.getType(), codec, values);
    }

    private Instant instant() {
        long seconds = random.random.nextInt(4) == 0 ? random.integer() % 30_000_000_000L : random.random.nextInt();
        return Instant.ofEpochSecond(seconds, nanos());
    }

    private int nanos() {
        int[] steps = {1, 1_000, 1_000_000, 100_000_000, 1_000_000_000};
        int step = steps[random.random.nextInt(steps.length)];
        return random.random.nextInt(1_000_000_000) / step * step;
    }

    private LocalDateTime dateTime() {
        LocalDateTime value = LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
        return random.random.nextInt(3) == 0 ? value.withSecond(0).withNano(0) : value;
    }

    private ZoneOffset offset() {
        return ZoneOffset.ofTotalSeconds(random.random.nextInt(4) * (random.random.nextInt(36_000) - 18_000));
    }

    private ZoneId zone() {
        List<String> zones = List.of("Europe/Berlin", "UTC", "Z", "+01:00", "America/New_York", "GMT+2");
        return ZoneId.of(zones.get(random.random.nextInt(zones.size())));
    }

    private double anyDouble() {
        return random.random.nextBoolean()
                ? Double.longBitsToDouble(random.random.nextLong())
                : random.random.nextInt(1000) / 10.0;
    }

    private float anyFloat() {
        return Float.intBitsToFloat(random.random.nextInt());
    }

    @TestFactory
    List<DynamicTest> simpleTypes() {
        return List.of(
                agree(String.class, Codecs.STRING, random::cleanText),
                agree(Boolean.class, Codecs.BOOLEAN, random.random::nextBoolean),
                agree(Byte.class, Codecs.BYTE, () -> (byte) random.random.nextInt()),
                agree(Short.class, Codecs.SHORT, () -> (short) random.random.nextInt()),
                agree(Integer.class, Codecs.INT, () -> (int) random.integer()),
                agree(Long.class, Codecs.LONG, random::integer),
                agree(Float.class, Codecs.FLOAT, this::anyFloat),
                agree(Double.class, Codecs.DOUBLE, this::anyDouble),
                agree(Character.class, Codecs.CHAR, () -> (char) (1 + random.random.nextInt(0xD7FF))),
                agree(
                        BigInteger.class,
                        Codecs.BIG_INTEGER,
                        () -> random.decimal().unscaledValue()),
                agree(
                        java.math.BigDecimal.class,
                        Codecs.BIG_DECIMAL,
                        () -> new java.math.BigDecimal(random.decimal().toPlainString())),
                agree(UUID.class, Codecs.UUID, () -> new UUID(random.integer(), random.integer())),
                agree(URI.class, Codecs.URI, () -> URI.create("http://h/" + random.random.nextInt() + "?q=%20#f")),
                agree(
                        JsonValue.class,
                        Codecs.JSON_VALUE,
                        () -> Json.parse(Json.write(random.json(3)).replaceAll("\\\\u[dD][89a-fA-F]..", ""))),
                agree(
                        OptionalInt.class,
                        Codecs.OPTIONAL_INT,
                        () -> random.random.nextBoolean()
                                ? OptionalInt.empty()
                                : OptionalInt.of(random.random.nextInt())),
                agree(
                        OptionalLong.class,
                        Codecs.OPTIONAL_LONG,
                        () -> random.random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.integer())),
                agree(
                        OptionalDouble.class,
                        Codecs.OPTIONAL_DOUBLE,
                        () -> random.random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(anyDouble())));
    }

    @TestFactory
    List<DynamicTest> times() {
        return List.of(
                agree(Instant.class, Codecs.INSTANT, this::instant),
                agree(LocalDate.class, Codecs.LOCAL_DATE, () -> dateTime().toLocalDate()),
                agree(LocalTime.class, Codecs.LOCAL_TIME, () -> dateTime().toLocalTime()),
                agree(LocalDateTime.class, Codecs.LOCAL_DATE_TIME, this::dateTime),
                agree(
                        OffsetDateTime.class,
                        Codecs.OFFSET_DATE_TIME,
                        () -> dateTime().atOffset(offset())),
                agree(
                        OffsetTime.class,
                        Codecs.OFFSET_TIME,
                        () -> dateTime().toLocalTime().atOffset(offset())),
                agree(
                        ZonedDateTime.class,
                        Codecs.ZONED_DATE_TIME,
                        () -> dateTime().atZone(zone())),
                agree(Duration.class, Codecs.DURATION, () -> Duration.ofSeconds(random.random.nextInt(), nanos())),
                agree(
                        Period.class,
                        Codecs.PERIOD,
                        () -> Period.of(
                                random.random.nextInt(9), random.random.nextInt(20) - 5, random.random.nextInt(40))),
                agree(Year.class, Codecs.YEAR, () -> Year.of(random.random.nextInt(12_000) - 1000)),
                agree(YearMonth.class, Codecs.YEAR_MONTH, () -> YearMonth.from(dateTime())),
                agree(MonthDay.class, Codecs.MONTH_DAY, () -> MonthDay.from(dateTime())),
                agree(Month.class, Codecs.MONTH, () -> dateTime().getMonth()),
                agree(DayOfWeek.class, Codecs.DAY_OF_WEEK, () -> dateTime().getDayOfWeek()),
                agree(ZoneId.class, Codecs.ZONE_ID, this::zone),
                agree(ZoneOffset.class, Codecs.ZONE_OFFSET, this::offset));
    }

    @TestFactory
    List<DynamicTest> arrays() {
        return List.of(
                agree(byte[].class, Codecs.BYTES, () -> {
                    byte[] bytes = new byte[random.random.nextInt(20)];
                    random.random.nextBytes(bytes);
                    return bytes;
                }),
                agree(boolean[].class, Codecs.BOOLEAN_ARRAY, () -> new boolean[] {true, random.random.nextBoolean()}),
                agree(short[].class, Codecs.SHORT_ARRAY, () -> new short[] {(short) random.integer()}),
                agree(
                        int[].class,
                        Codecs.INT_ARRAY,
                        () -> random.random.ints(random.random.nextInt(40)).toArray()),
                agree(
                        long[].class,
                        Codecs.LONG_ARRAY,
                        () -> random.random.longs(random.random.nextInt(40)).toArray()),
                agree(float[].class, Codecs.FLOAT_ARRAY, () -> new float[] {anyFloat(), 0}),
                agree(double[].class, Codecs.DOUBLE_ARRAY, () -> new double[] {anyDouble(), 1}),
                agree(char[].class, Codecs.CHAR_ARRAY, () -> random.cleanText().toCharArray()),
                agree(String[].class, Codecs.array(Codecs.STRING, String[]::new), () ->
                        new String[] {random.cleanText(), ""}));
    }

    @TestFactory
    List<DynamicTest> containers() {
        return List.of(
                agree(
                        new TypeReference<List<Long>>() {},
                        Codecs.list(Codecs.LONG),
                        () -> List.of(random.integer(), random.integer())),
                agree(
                        new TypeReference<Optional<String>>() {},
                        Codecs.optional(Codecs.STRING),
                        () -> random.random.nextBoolean() ? Optional.empty() : Optional.of(random.cleanText())),
                agree(
                        new TypeReference<Map<String, Integer>>() {},
                        Codecs.map(Codecs.INT),
                        () -> Map.of(random.cleanText(), 5)),
                key(new TypeReference<Map<Integer, Integer>>() {}, KeyCodecs.INT, random.random::nextInt),
                key(new TypeReference<Map<Long, Integer>>() {}, KeyCodecs.LONG, random::integer),
                key(new TypeReference<Map<Short, Integer>>() {}, KeyCodecs.SHORT, () -> (short) random.integer()),
                key(new TypeReference<Map<Byte, Integer>>() {}, KeyCodecs.BYTE, () -> (byte) random.integer()),
                key(new TypeReference<Map<Boolean, Integer>>() {}, KeyCodecs.BOOLEAN, random.random::nextBoolean),
                key(new TypeReference<Map<Character, Integer>>() {}, KeyCodecs.CHAR, () -> 'x'),
                key(new TypeReference<Map<UUID, Integer>>() {}, KeyCodecs.UUID, () -> new UUID(random.integer(), 0)),
                key(new TypeReference<Map<URI, Integer>>() {}, KeyCodecs.URI, () -> URI.create("a:b")),
                key(new TypeReference<Map<Instant, Integer>>() {}, KeyCodecs.INSTANT, this::instant),
                key(
                        new TypeReference<Map<LocalDate, Integer>>() {},
                        KeyCodecs.LOCAL_DATE,
                        () -> dateTime().toLocalDate()),
                key(
                        new TypeReference<Map<LocalTime, Integer>>() {},
                        KeyCodecs.LOCAL_TIME,
                        () -> dateTime().toLocalTime()),
                key(new TypeReference<Map<LocalDateTime, Integer>>() {}, KeyCodecs.LOCAL_DATE_TIME, this::dateTime),
                key(
                        new TypeReference<Map<OffsetDateTime, Integer>>() {},
                        KeyCodecs.OFFSET_DATE_TIME,
                        () -> dateTime().atOffset(offset())),
                key(new TypeReference<Map<Year, Integer>>() {}, KeyCodecs.YEAR, () -> Year.of(2026)),
                key(new TypeReference<Map<YearMonth, Integer>>() {}, KeyCodecs.YEAR_MONTH, () -> YearMonth.of(2026, 1)),
                key(
                        new TypeReference<Map<Month, Integer>>() {},
                        KeyCodecs.enumOf(
                                Month.class,
                                Arrays.stream(Month.values()).map(Enum::name).toArray(String[]::new)),
                        () -> dateTime().getMonth()),
                key(new TypeReference<Map<ZoneId, Integer>>() {}, KeyCodecs.ZONE_ID, this::zone),
                key(
                        new TypeReference<Map<DayOfWeek, Integer>>() {},
                        KeyCodecs.enumOf(
                                DayOfWeek.class,
                                "MONDAY",
                                "TUESDAY",
                                "WEDNESDAY",
                                "THURSDAY",
                                "FRIDAY",
                                "SATURDAY",
                                "SUNDAY"),
                        () -> dateTime().getDayOfWeek()));
    }

    private <K> DynamicTest key(TypeReference<Map<K, Integer>> type, KeyCodec<K> keys, Supplier<K> values) {
        return agree(type, Codecs.map(keys, Codecs.INT), () -> Map.of(values.get(), 1));
    }
}
