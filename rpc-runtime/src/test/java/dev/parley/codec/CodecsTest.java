package dev.parley.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecsTest {
    private enum Color {
        RED,
        LIGHT_BLUE
    }

    private static final Codec<Color> COLOR = Codecs.enumOf(Color.class, "red", "light-blue");

    private static <T extends @Nullable Object> T read(Codec<T> codec, String json) {
        return Json.read(codec, json.getBytes(StandardCharsets.UTF_8));
    }

    private static <T extends @Nullable Object> String write(Codec<T> codec, T value) {
        return new String(Json.write(codec, value), StandardCharsets.UTF_8);
    }

    private static <T extends @Nullable Object> void roundTrip(Codec<T> codec, T value, String json) {
        assertThat(write(codec, value)).isEqualTo(json);
        assertThat((Object) read(codec, json)).isEqualTo(value);
    }

    private static void refuses(Codec<?> codec, String json, String message) {
        assertThatThrownBy(() -> read(codec, json))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    @Test
    void nullsAndOptionals() {
        roundTrip(Codecs.nullable(Codecs.STRING), null, "null");
        roundTrip(Codecs.nullable(Codecs.STRING), "a", "\"a\"");
        roundTrip(Codecs.optional(Codecs.INT), Optional.empty(), "null");
        roundTrip(Codecs.optional(Codecs.INT), Optional.of(5), "5");
        roundTrip(Codecs.OPTIONAL_INT, OptionalInt.empty(), "null");
        roundTrip(Codecs.OPTIONAL_INT, OptionalInt.of(5), "5");
        refuses(Codecs.optional(Codecs.INT), "\"5\"", "expected an integer of 32 bits, found a string");
    }

    @Test
    void voidTakesAnything() {
        assertThat(write(Codecs.VOID, null)).isEqualTo("null");
        assertThat(read(Codecs.VOID, "null")).isNull();
        assertThat(read(Codecs.VOID, "{\"a\":[1,2]}")).isNull();
    }

    @Test
    void collections() {
        roundTrip(Codecs.list(Codecs.INT), List.of(1, 2), "[1,2]");
        roundTrip(Codecs.list(Codecs.nullable(Codecs.INT)), Arrays.asList(1, null), "[1,null]");
        roundTrip(Codecs.<Integer>collection(Codecs.INT), (Collection<Integer>) List.of(3), "[3]");
        roundTrip(Codecs.set(Codecs.STRING), Set.of("a"), "[\"a\"]");
        roundTrip(Codecs.<Integer>sortedSet(Codecs.INT), (SortedSet<Integer>) new TreeSet<>(List.of(2, 1)), "[1,2]");
        Queue<Integer> queue = read(Codecs.queue(Codecs.INT), "[1,2]");
        assertThat(queue).containsExactly(1, 2);
        Deque<Integer> deque = new ArrayDeque<>(List.of(1, 2));
        assertThat(write(Codecs.deque(Codecs.INT), deque)).isEqualTo("[1,2]");
        assertThat(read(Codecs.set(Codecs.INT), "[3,1,2,3]")).containsExactly(3, 1, 2);
        refuses(Codecs.list(Codecs.INT), "[1,null]", "/1: expected an integer of 32 bits, found null");
    }

    @Test
    void arrays() {
        ElementsCodec<String[]> strings = Codecs.array(Codecs.STRING, String[]::new);
        assertThat(read(strings, "[\"a\",\"b\"]")).containsExactly("a", "b");
        assertThat(write(strings, new String[] {"a"})).isEqualTo("[\"a\"]");
        assertThat(strings.none()).isEmpty();
        assertThat(read(Codecs.BOOLEAN_ARRAY, "[true,false]")).containsExactly(true, false);
        assertThat(read(Codecs.SHORT_ARRAY, "[1,-32768]")).containsExactly((short) 1, Short.MIN_VALUE);
        assertThat(read(Codecs.LONG_ARRAY, "[9223372036854775807]")).containsExactly(Long.MAX_VALUE);
        assertThat(read(Codecs.FLOAT_ARRAY, "[0.1]")).containsExactly(0.1f);
        assertThat(read(Codecs.DOUBLE_ARRAY, "[0.1,\"NaN\"]")).containsExactly(0.1, Double.NaN);
        assertThat(read(Codecs.CHAR_ARRAY, "\"ab\"")).containsExactly('a', 'b');
        int[] many = new int[1000];
        Arrays.setAll(many, i -> i);
        assertThat(read(Codecs.INT_ARRAY, write(Codecs.INT_ARRAY, many))).isEqualTo(many);
        refuses(Codecs.SHORT_ARRAY, "[1,40000]", "/1: expected an integer of 16 bits, found 40000");
        refuses(Codecs.CHAR_ARRAY, "[\"a\"]", "expected a string, found an array");
    }

    @Test
    void maps() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);
        roundTrip(Codecs.map(Codecs.INT), map, "{\"b\":1,\"a\":2}");
        assertThat(read(Codecs.map(Codecs.INT), "{\"b\":1,\"a\":2}").keySet()).containsExactly("b", "a");
        roundTrip(
                Codecs.<Integer>sortedMap(Codecs.INT),
                (SortedMap<String, Integer>) new TreeMap<>(map),
                "{\"a\":2,\"b\":1}");
        roundTrip(Codecs.map(KeyCodecs.LONG, Codecs.STRING), Map.of(-5L, "x"), "{\"-5\":\"x\"}");
        UUID uuid = new UUID(1, 2);
        roundTrip(Codecs.map(KeyCodecs.UUID, Codecs.INT), Map.of(uuid, 1), "{\"" + uuid + "\":1}");
        KeyCodec<Color> colors = KeyCodecs.enumOf(Color.class, "red", "light-blue");
        roundTrip(Codecs.map(colors, Codecs.INT), Map.of(Color.LIGHT_BLUE, 1), "{\"light-blue\":1}");
        refuses(
                Codecs.map(colors, Codecs.INT),
                "{\"LIGHT_BLUE\":1}",
                "/LIGHT_BLUE: expected a name that is one of \"red\", \"light-blue\", found \"LIGHT_BLUE\"");
        refuses(
                Codecs.map(KeyCodecs.BOOLEAN, Codecs.INT),
                "{\"TRUE\":1}",
                "/TRUE: expected a name that is true or false, found \"TRUE\"");
    }

    @Test
    void enums() {
        roundTrip(COLOR, Color.LIGHT_BLUE, "\"light-blue\"");
        refuses(COLOR, "\"blue\"", "expected one of \"red\", \"light-blue\", found \"blue\"");
        refuses(COLOR, "0", "expected a string, found a number");
        refuses(
                COLOR,
                "\"" + "x".repeat(50) + "\"",
                "expected one of \"red\", \"light-blue\", found \"" + "x".repeat(40) + "…\"");
        assertThatThrownBy(() -> Codecs.enumOf(DayOfWeek.class, "mo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.time.DayOfWeek has 7 constants, but 1 wire names are given");
        assertThatThrownBy(() -> Codecs.enumOf(Color.class, "a", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two constants of " + Color.class.getName() + " are named \"a\"");
    }

    @Test
    void wrongTexts() {
        refuses(Codecs.INSTANT, "\"now\"", "expected an instant such as 2026-01-31T12:00:00Z, found \"now\"");
        refuses(Codecs.LOCAL_DATE, "\"2026-02-30\"", "expected a date such as 2026-01-31, found \"2026-02-30\"");
        refuses(Codecs.LOCAL_DATE, "[2026,1,31]", "expected a string, found an array");
        refuses(Codecs.LOCAL_TIME, "\"25:00\"", "expected a time such as 12:00:00, found \"25:00\"");
        refuses(Codecs.LOCAL_DATE_TIME, "\"\"", "expected a date and time such as 2026-01-31T12:00:00, found \"\"");
        refuses(
                Codecs.OFFSET_DATE_TIME,
                "\"2026-01-31T12:00:00\"",
                "expected a date and time such as 2026-01-31T12:00:00+01:00, found \"2026-01-31T12:00:00\"");
        refuses(Codecs.OFFSET_TIME, "\"12:00\"", "expected a time such as 12:00:00+01:00, found \"12:00\"");
        refuses(
                Codecs.ZONED_DATE_TIME,
                "\"x\"",
                "expected a date and time such as 2026-01-31T12:00:00+01:00[Europe/Berlin], found \"x\"");
        refuses(Codecs.DURATION, "\"1h\"", "expected a duration such as PT1H30M, found \"1h\"");
        refuses(Codecs.PERIOD, "\"1h\"", "expected a period such as P1Y2M3D, found \"1h\"");
        refuses(Codecs.YEAR, "2026", "expected a string, found a number");
        refuses(Codecs.YEAR_MONTH, "\"2026-13\"", "expected a month such as 2026-01, found \"2026-13\"");
        refuses(Codecs.MONTH_DAY, "\"01-31\"", "expected a day such as --01-31, found \"01-31\"");
        refuses(
                Codecs.ZONE_ID,
                "\"Mars/Olympus\"",
                "expected a time zone such as Europe/Berlin, found \"Mars/Olympus\"");
        refuses(Codecs.ZONE_OFFSET, "\"+25:00\"", "expected an offset such as +01:00, found \"+25:00\"");
        refuses(Codecs.URI, "\"a b\"", "expected a URI, found \"a b\"");
        refuses(
                Codecs.UUID,
                "\"1-1-1-1-1\"",
                "expected a UUID such as 123e4567-e89b-12d3-a456-426614174000, found \"1-1-1-1-1\"");
        refuses(Codecs.CHAR, "\"ab\"", "expected a string of one character, found \"ab\"");
        refuses(Codecs.CHAR, "\"a\\nb\"", "expected a string of one character, found \"a\uFFFDb\"");
    }

    /** A type that contains itself. */
    private record Node(int value, @Nullable Node next) {
        private static final Members MEMBERS = Members.of("value", "next");
        static final Codec<Node> CODEC = new Codec<>() {
            private final Codec<@Nullable Node> next = Codecs.nullable(Codecs.lazy(() -> Node.CODEC));

            @Override
            public Node read(ValueReader in) {
                int value = 0;
                Node following = null;
                in.beginObject();
                for (int member; (member = in.nextMember(MEMBERS)) != ValueReader.END; ) {
                    switch (member) {
                        case 0 -> value = in.readInt();
                        case 1 -> following = next.read(in);
                        default -> in.skip();
                    }
                }
                return new Node(value, following);
            }

            @Override
            public void write(ValueWriter out, Node node) {
                out.beginObject();
                out.member(MEMBERS, 0);
                out.writeInt(node.value);
                out.member(MEMBERS, 1);
                next.write(out, node.next);
                out.endObject();
            }
        };
    }

    @Test
    void recursiveTypes() {
        roundTrip(Node.CODEC, new Node(1, new Node(2, null)), "{\"value\":1,\"next\":{\"value\":2,\"next\":null}}");
    }

    @Test
    void untypedValues() {
        JsonValue value = Json.parse("{\"a\":[1.50,\"x\",null,true,{}],\"b\":-1e9}");
        assertThat(Json.write(value)).isEqualTo("{\"a\":[1.50,\"x\",null,true,{}],\"b\":-1e9}");
        assertThat(Json.parse("null")).isEqualTo(JsonValue.nothing());
        assertThatThrownBy(() -> Json.parse("{\"a\":1,\"a\":2}"))
                .hasMessage("/a: expected each member once, found \"a\" twice");
    }

    @Test
    void aliasesOfConstantsAreOnlyRead() {
        Map<String, Color> aliases = Map.of("rot", Color.RED);
        Codec<Color> codec = Codecs.enumOf(Color.class, aliases, "red", "light-blue");
        roundTrip(codec, Color.RED, "\"red\"");
        assertThat(read(codec, "\"rot\"")).isEqualTo(Color.RED);
        refuses(codec, "\"RED\"", "expected one of \"red\", \"light-blue\", found \"RED\"");
        Codec<Map<Color, Integer>> keys =
                Codecs.map(KeyCodecs.enumOf(Color.class, aliases, "red", "light-blue"), Codecs.INT);
        roundTrip(keys, Map.of(Color.RED, 1), "{\"red\":1}");
        assertThat(read(keys, "{\"rot\":1}")).containsExactly(Map.entry(Color.RED, 1));
        assertThatThrownBy(() -> Codecs.enumOf(Color.class, Map.of("red", Color.LIGHT_BLUE), "red", "light-blue"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two constants of dev.parley.codec.CodecsTest$Color are named \"red\"");
    }

    @Test
    void keysThatAreTextsOfValues() {
        Codec<Map<Color, Integer>> codec = Codecs.map(KeyCodecs.enumBy(Color.class, Color::ordinal), Codecs.INT);
        roundTrip(codec, Map.of(Color.LIGHT_BLUE, 7), "{\"1\":7}");
        refuses(codec, "{\"01\":7}", "/01: expected a name that is one of \"0\", \"1\", found \"01\"");
    }

    @Test
    void whatHasAValueForNullKeepsItWhereNullIsAllowed() {
        assertThat(read(Codecs.nullable(Codecs.optional(Codecs.INT)), "null")).isEmpty();
        assertThat(read(Codecs.nullable(Codecs.OPTIONAL_INT), "null")).isEmpty();
        assertThat(read(Codecs.nullable(Codecs.JSON_VALUE), "null")).isEqualTo(JsonValue.nothing());
        assertThat(read(Codecs.nullable(Codecs.maybe(Codecs.INT)), "null")).isEqualTo(Maybe.ofNullable(null));
        assertThat(read(Codecs.optional(Codecs.optional(Codecs.INT)), "null")).isEmpty();
        assertThat(write(Codecs.nullable(Codecs.optional(Codecs.INT)), null)).isEqualTo("null");
        assertThat(Codecs.absent(Codecs.optional(Codecs.INT))).isEmpty();
        assertThat(Codecs.absent(Codecs.maybe(Codecs.INT))).isEqualTo(Maybe.absent());
        assertThat(Codecs.absent(Codecs.STRING)).isNull();
    }

    @Test
    void yearsOfAnyLength() {
        roundTrip(Codecs.YEAR_MONTH, YearMonth.of(10_000, 1), "\"+10000-01\"");
        roundTrip(Codecs.YEAR_MONTH, YearMonth.of(-1, 1), "\"-0001-01\"");
        roundTrip(Codecs.YEAR, Year.of(10_000), "\"+10000\"");
        roundTrip(Codecs.YEAR, Year.of(5), "\"0005\"");
        assertThat(KeyCodecs.YEAR_MONTH.fromText(KeyCodecs.YEAR_MONTH.toText(YearMonth.of(10_000, 1))))
                .isEqualTo(YearMonth.of(10_000, 1));
    }
}
