package dev.parley.serializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.KeyCodecs;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.ValueKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every serializer of JSON reads and writes, and in which words it refuses. */
public abstract class ValueContract {
    protected static final Members PERSON = Members.of("id", "name", "größe", "a\"b");

    protected abstract Serializer serializer();

    protected <T> T read(String json, Function<ValueReader, T> read) {
        Frame frame = Frame.utf8("{\"method\":\"m\",\"params\":" + json + "}");
        try (MessageReader in = serializer().read(frame, ReadLimits.DEFAULT, References.NONE)) {
            Envelope envelope = in.next();
            return read.apply(
                    in.value(envelope.params().from(), envelope.params().to()));
        }
    }

    protected void refuses(String json, Function<ValueReader, ?> read, String message) {
        assertThatThrownBy(() -> read(json, read))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }

    protected String write(Consumer<ValueWriter> write) {
        try (MessageWriter out = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            write.accept(out.begin());
            return out.end().toText();
        }
    }

    @Test
    void readsBooleansAndNulls() {
        assertThat(read("true", ValueReader::readBoolean)).isTrue();
        assertThat(read(" false ", ValueReader::readBoolean)).isFalse();
        assertThat(read("null", ValueReader::readNull)).isTrue();
        assertThat(read("0", ValueReader::readNull)).isFalse();
        refuses("null", ValueReader::readBoolean, "expected a boolean, found null");
        refuses("\"true\"", ValueReader::readBoolean, "expected a boolean, found a string");
        refuses("1", ValueReader::readBoolean, "expected a boolean, found a number");
    }

    @Test
    void tellsTheKind() {
        assertThat(read("null", ValueReader::peek)).isEqualTo(ValueKind.NULL);
        assertThat(read("true", ValueReader::peek)).isEqualTo(ValueKind.BOOLEAN);
        assertThat(read("-1", ValueReader::peek)).isEqualTo(ValueKind.NUMBER);
        assertThat(read("\"\"", ValueReader::peek)).isEqualTo(ValueKind.STRING);
        assertThat(read("[]", ValueReader::peek)).isEqualTo(ValueKind.ARRAY);
        assertThat(read("{}", ValueReader::peek)).isEqualTo(ValueKind.OBJECT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 9, 10, 99, 12345, -98765, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void readsAndWritesInts(int value) {
        assertThat(read(Integer.toString(value), ValueReader::readInt)).isEqualTo(value);
        assertThat(write(out -> out.writeInt(value))).isEqualTo(Integer.toString(value));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                -1,
                10,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Integer.MAX_VALUE + 1L,
                Integer.MIN_VALUE - 1L
            })
    void readsAndWritesLongs(long value) {
        assertThat(read(Long.toString(value), ValueReader::readLong)).isEqualTo(value);
        assertThat(write(out -> out.writeLong(value))).isEqualTo(Long.toString(value));
    }

    @Test
    protected void readsMinusZeroAsZero() {
        assertThat(read("-0", ValueReader::readInt)).isZero();
        assertThat(read("-0", ValueReader::readBigInteger)).isEqualTo(BigInteger.ZERO);
        assertThat(read("-0", ValueReader::readDouble)).isEqualTo(-0.0);
    }

    @Test
    protected void refusesWhatIsNoInteger() {
        refuses("3000000000", ValueReader::readInt, "expected an integer of 32 bits, found 3000000000");
        refuses("-2147483649", ValueReader::readInt, "expected an integer of 32 bits, found -2147483649");
        refuses("1.0", ValueReader::readInt, "expected an integer of 32 bits, found 1.0");
        refuses("1e2", ValueReader::readInt, "expected an integer of 32 bits, found 1e2");
        refuses("\"1\"", ValueReader::readInt, "expected an integer of 32 bits, found a string");
        refuses("null", ValueReader::readInt, "expected an integer of 32 bits, found null");
        refuses("true", ValueReader::readInt, "expected an integer of 32 bits, found a boolean");
        refuses("[1]", ValueReader::readInt, "expected an integer of 32 bits, found an array");
        refuses("{}", ValueReader::readLong, "expected an integer of 64 bits, found an object");
        refuses(
                "9223372036854775808",
                ValueReader::readLong,
                "expected an integer of 64 bits, found 9223372036854775808");
        refuses("-1.5", ValueReader::readLong, "expected an integer of 64 bits, found -1.5");
        refuses("1.5", ValueReader::readBigInteger, "expected an integer, found 1.5");
        refuses("1e2", ValueReader::readBigInteger, "expected an integer, found 1e2");
        refuses("\"1\"", ValueReader::readBigInteger, "expected an integer, found a string");
        String long50 = "1".repeat(50);
        refuses(long50, ValueReader::readInt, "expected an integer of 32 bits, found " + "1".repeat(40) + "…");
        refuses("300", Codecs.BYTE::read, "expected an integer of 8 bits, found 300");
        refuses("-32769", Codecs.SHORT::read, "expected an integer of 16 bits, found -32769");
        refuses("3000000000", Codecs.SHORT::read, "expected an integer of 16 bits, found 3000000000");
        refuses("\"1\"", Codecs.BYTE::read, "expected an integer of 8 bits, found a string");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "-1.5, -1.5",
        "0.1, 0.1",
        "123456789012345, 123456789012345",
        "1234567890.12345, 1234567890.12345",
        "9007199254740993, 9007199254740992",
        "1e-400, 0",
        "4.9e-324, 4.9e-324",
        "2.2250738585072012e-308, 2.2250738585072014e-308",
        "0.30000000000000004, 0.30000000000000004",
        "1e22, 1e22",
        "1E+2, 100",
        "0.000000000000001, 1e-15"
    })
    void readsDoubles(String text, double value) {
        assertThat(read(text, ValueReader::readDouble)).isEqualTo(value);
    }

    @Test
    void refusesWhatIsBeyondDouble() {
        for (String number : new String[] {"1" + "0".repeat(309), "-1" + "0".repeat(309)}) {
            refuses(
                    number,
                    ValueReader::readDouble,
                    "expected a number that fits a double, found " + number.substring(0, 40) + "…");
        }
    }

    @Test
    void readsAndWritesWhatJsonHasNoNumberFor() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            String json = '"' + Double.toString(value) + '"';
            assertThat(write(out -> out.writeDouble(value))).isEqualTo(json);
            assertThat(write(out -> out.writeFloat((float) value))).isEqualTo(json);
            assertThat(read(json, ValueReader::readDouble)).isEqualTo(Double.valueOf(value));
            assertThat(read(json, ValueReader::readFloat)).isEqualTo(Float.valueOf((float) value));
        }
        refuses("\"nan\"", ValueReader::readDouble, "expected a number, found a string");
        refuses("\"1\"", ValueReader::readFloat, "expected a number, found a string");
        refuses("null", ValueReader::readDouble, "expected a number, found null");
        refuses("[]", ValueReader::readFloat, "expected a number, found an array");
    }

    @Test
    void readsAndWritesFloats() {
        for (float value : new float[] {0, -0f, 1, 0.1f, 3.4028235e38f, 1.4e-45f, 16777217, 1.17549435e-38f}) {
            String json = write(out -> out.writeFloat(value));
            assertThat(read(json, ValueReader::readFloat)).isEqualTo(value);
        }
        // Between two floats, just above the middle: rounding to a double first would give the lower one.
        assertThat(read("1.00000005960464477540", ValueReader::readFloat)).isEqualTo(1.0000001f);
        assertThat(write(out -> out.writeFloat(0.1f))).isEqualTo("0.1");
        assertThat(write(out -> out.writeDouble(1e10))).isEqualTo("1.0E10");
    }

    @Test
    void readsAndWritesBigNumbersExactly() {
        for (String text :
                new String[] {"0", "-5", "12345678901234567890123456789", "1.00", "-0.001", "1E+2", "1e-5"}) {
            BigDecimal value = new BigDecimal(text);
            assertThat(read(text, ValueReader::readBigDecimal)).isEqualTo(value);
            assertThat(write(out -> out.writeBigDecimal(value))).isEqualTo(value.toPlainString());
        }
        BigInteger big = BigInteger.TEN.pow(900).negate();
        assertThat(read(big.toString(), ValueReader::readBigInteger)).isEqualTo(big);
        assertThat(write(out -> out.writeBigInteger(big))).isEqualTo(big.toString());
        refuses("true", ValueReader::readBigDecimal, "expected a number, found a boolean");
    }

    @Test
    protected void refusesExponentsThatBlowUp() {
        assertThat(read("1e999", ValueReader::readBigDecimal)).isEqualTo(new BigDecimal("1e999"));
        for (String text : new String[] {"1e1000", "1e999999999", "1e-1001", "1e99999999999", "1e-99999999999"}) {
            refuses(text, ValueReader::readBigDecimal, "expected a number of at most 1000 digits, found " + text);
        }
    }

    @Test
    protected void keepsTheTextOfNumbers() {
        for (String text : new String[] {"0", "-0", "1.50", "1E+2", "1e999999999999"}) {
            assertThat(read(text, ValueReader::readNumberText)).isEqualTo(text);
            assertThat(write(out -> out.writeNumberText(text))).isEqualTo(text);
        }
        refuses("\"1\"", ValueReader::readNumberText, "expected a number, found a string");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ""                      | ""
            "a"                     | "a"
            "\\"\\\\\\/"            | "\\"\\\\/"
            "\\b\\f\\n\\r\\t"       | "\\b\\f\\n\\r\\t"
            "\\u0000\\u001F\\u007f" | "\\u0000\\u001f\u007f"
            "\\u00e9\\u20AC"        | "é€"
            "\\uD83D\\uDE00"        | "😀"
            "a\\ud800"              | "a\\ud800"
            "\\uDE00\\uD83D"        | "\\ude00\\ud83d"
            "é€😀 and so on"        | "é€😀 and so on"
            """)
    protected void readsAndWritesStrings(String json, String written) {
        String text = read(json, ValueReader::readString);

        assertThat(write(out -> out.writeString(text))).isEqualTo(written);
        assertThat(read(written, ValueReader::readString)).isEqualTo(text);
        assertThat(write(out -> {
                    out.beginObject();
                    out.member(text);
                    out.writeNull();
                    out.endObject();
                }))
                .isEqualTo("{" + written + ":null}");
        String name = read("{" + json + ":null}", in -> {
            in.beginObject();
            return in.nextMember();
        });
        assertThat(name).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNoString() {
        refuses("1", ValueReader::readString, "expected a string, found a number");
        refuses("null", ValueReader::readString, "expected a string, found null");
        refuses("{}", ValueReader::readString, "expected a string, found an object");
    }

    @Test
    protected void readsAndWritesBytes() {
        for (int length = 0; length < 20; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 37 - 5);
            }
            String json = write(out -> out.writeBytes(bytes));
            assertThat(read(json, ValueReader::readBytes)).isEqualTo(bytes);
        }
        assertThat(write(out -> out.writeBytes(new byte[] {-1, -1}))).isEqualTo("\"//8=\"");
        assertThat(read("\"\\/\\/8=\"", ValueReader::readBytes)).containsExactly(-1, -1);
        refuses("\"//8\"", ValueReader::readBytes, "expected a Base64 string, found \"//8\"");
        refuses("\"__8=\"", ValueReader::readBytes, "expected a Base64 string, found \"__8=\"");
        refuses("\"a b=\"", ValueReader::readBytes, "expected a Base64 string, found \"a b=\"");
        refuses("\"é==\"", ValueReader::readBytes, "expected a Base64 string, found \"é==\"");
        refuses("[1]", ValueReader::readBytes, "expected a Base64 string, found an array");
    }

    @Test
    void readsArrays() {
        assertThat(read("[]", Codecs.INT_ARRAY::read)).isEmpty();
        assertThat(read(" [ 1 , 2,3 ] ", Codecs.INT_ARRAY::read)).containsExactly(1, 2, 3);
        assertThat(read("[[],[[1],[]]]", Codecs.JSON_VALUE::read)).hasToString("[[],[[1],[]]]");
        refuses("{}", Codecs.INT_ARRAY::read, "expected an array, found an object");
        refuses("[1,\"x\"]", Codecs.INT_ARRAY::read, "/1: expected an integer of 32 bits, found a string");
    }

    protected static List<String> members(ValueReader in) {
        List<String> found = new ArrayList<>();
        in.beginObject();
        for (int member; (member = in.nextMember(PERSON)) != ValueReader.END; ) {
            String name = in.memberName();
            in.skip();
            found.add(member + " " + name);
        }
        return found;
    }

    @Test
    protected void findsMembersInAnyOrder() {
        assertThat(read("{}", ValueContract::members)).isEmpty();
        assertThat(read("{\"id\":1,\"name\":[{}],\"größe\":2,\"a\\\"b\":3}", ValueContract::members))
                .containsExactly("0 id", "1 name", "2 größe", "3 a\"b");
        assertThat(read(
                        "{ \"a\\u0022b\" : 3 , \"name\" : 1,\"nam\":2,\"names\":3, \"gr\\u00f6ße\":4,\"id\":5 }",
                        ValueContract::members))
                .containsExactly("3 a\"b", "1 name", "-2 nam", "-2 names", "2 größe", "0 id");
        refuses(
                "{\"id\":1,\"id\":2,\"größe\":3}",
                ValueContract::members,
                "/id: expected each member once, found \"id\" twice");
        assertThat(read("{\"\":1,\"ID\":2}", ValueContract::members)).containsExactly("-2 ", "-2 ID");
        refuses("[]", ValueContract::members, "expected an object, found an array");
        refuses("null", ValueContract::members, "expected an object, found null");
    }

    @Test
    void keepsItsPlaceAroundNestedObjects() {
        List<Integer> all = read("{\"id\":{\"id\":1,\"name\":{\"id\":0}},\"name\":2}", in -> {
            List<Integer> found = new ArrayList<>();
            in.beginObject();
            found.add(in.nextMember(PERSON));
            in.beginObject();
            found.add(in.nextMember(PERSON));
            found.add(in.readInt());
            found.add(in.nextMember(PERSON));
            in.skip();
            found.add(in.nextMember(PERSON));
            found.add(in.nextMember(PERSON));
            found.add(in.readInt());
            found.add(in.nextMember(PERSON));
            return found;
        });
        assertThat(all).containsExactly(0, 0, 1, 1, ValueReader.END, 1, 2, ValueReader.END);
    }

    @Test
    protected void writesObjectsAndArrays() {
        assertThat(write(out -> {
                    out.beginObject();
                    out.member(PERSON, 0);
                    out.beginArray();
                    out.writeInt(1);
                    out.beginArray();
                    out.endArray();
                    out.beginObject();
                    out.endObject();
                    out.writeBoolean(true);
                    out.writeEncoded("xx{\"a\": 1}xx".getBytes(StandardCharsets.UTF_8), 2, 10);
                    out.writeString("s");
                    out.endArray();
                    out.member(PERSON, 2);
                    out.writeNull();
                    out.member(PERSON, 3);
                    out.writeBoolean(false);
                    out.member("free");
                    out.writeEncoded(new byte[] {'7'}, 0, 1);
                    out.endObject();
                }))
                .isEqualTo("{\"id\":[1,[],{},true,{\"a\": 1},\"s\"],\"größe\":null,\"a\\\"b\":false,\"free\":7}");
    }

    @Test
    void namesThePlaceOfAnError() {
        Function<ValueReader, ?> maps = Codecs.map(Codecs.list(Codecs.map(Codecs.INT)))::read;
        refuses("[]", maps, "expected an object, found an array");
        refuses("{\"a\":1}", maps, "/a: expected an array, found a number");
        refuses(
                "{\"a\":[],\"b\":[{},{\"c\":1,\"d\":null}]}",
                maps,
                "/b/1/d: expected an integer of 32 bits, found null");
        refuses(
                "{ \"x/y~z\" : [ {\"\\u0061 \\\"\":[1]} ] }",
                maps,
                "/x~1y~0z/0/a \": expected an integer of 32 bits, found an array");
        refuses("{\"a\":[{\"b\":1.5}]}", maps, "/a/0/b: expected an integer of 32 bits, found 1.5");
        refuses("{\"a\":[{\"b\":1},2]}", maps, "/a/1: expected an object, found a number");
    }

    @Test
    void namesThePlaceOfTheValueTakenLast() {
        Function<ValueReader, ?> dates = Codecs.list(Codecs.LOCAL_DATE)::read;
        refuses(
                "[\"2026-01-31\",\"2026-02-30\"]",
                dates,
                "/1: expected a date such as 2026-01-31, found \"2026-02-30\"");
        Function<ValueReader, ?> keys = Codecs.list(Codecs.map(KeyCodecs.INT, Codecs.INT))::read;
        refuses("[{\"1\":2,\"x\":3}]", keys, "/0/x: expected a name that is an integer of 32 bits, found \"x\"");
        Function<ValueReader, ?> person = Codecs.list(new PersonReader())::read;
        refuses(
                "[{\"id\":1,\"name\":[{}]},{\"name\":[1,{\"q\":2}]}]",
                person,
                "/1: expected an object with the member \"id\", found one without it");
    }

    /** Reads an object that must have the member {@code id}. */
    private static final class PersonReader implements Codec<String> {
        @Override
        public String read(ValueReader in) {
            boolean id = false;
            in.beginObject();
            for (int member; (member = in.nextMember(PERSON)) != ValueReader.END; ) {
                id |= member == 0;
                in.skip();
            }
            if (!id) {
                throw in.missing(PERSON, 0);
            }
            return "";
        }

        @Override
        public void write(ValueWriter out, String value) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    protected void dropsAnUnfinishedMessage() {
        try (MessageWriter out = serializer().write(1000, References.NONE)) {
            ValueWriter half = out.begin();
            half.beginObject();
            half.member("a");
            half.beginArray();
            half.writeInt(1);
            out.begin().writeInt(2);
            assertThat(out.end().toText()).isEqualTo("2");
            out.begin().writeInt(3);
            assertThat(out.end().toText()).isEqualTo("3");
        }
    }

    @Test
    protected void boundsTheSizeOfAMessage() {
        String text = "x".repeat(98);
        try (MessageWriter out = serializer().write(100, References.NONE)) {
            out.begin().writeString(text);
            assertThat(out.end().length()).isEqualTo(100);
            for (Consumer<ValueWriter> tooLong : List.<Consumer<ValueWriter>>of(
                    w -> w.writeString(text + "x"),
                    w -> w.writeString("\n".repeat(50)),
                    w -> w.writeString("é".repeat(50)),
                    w -> w.writeBytes(new byte[75]),
                    w -> w.writeBigInteger(BigInteger.TEN.pow(100)),
                    w -> w.writeBigDecimal(new BigDecimal("1e100")),
                    w -> w.writeBigDecimal(new BigDecimal("1e-100")),
                    w -> w.writeNumberText("1".repeat(101)),
                    w -> w.writeEncoded(new byte[101], 0, 101),
                    w -> Codecs.INT_ARRAY.write(w, new int[100]),
                    w -> Codecs.list(Codecs.STRING).write(w, Collections.nCopies(10_000, "")))) {
                assertThatThrownBy(() -> {
                            tooLong.accept(out.begin());
                            out.end();
                        })
                        .isInstanceOf(OversizedException.class)
                        .hasMessage("the message would be larger than 100 bytes");
            }
            out.begin().writeString(text);
            assertThat(out.end().length()).isEqualTo(100);
        }
    }

    @Test
    void writesLargeMessages() {
        List<String> texts = Collections.nCopies(20_000, "äöü and then some");
        String json = write(out -> Codecs.list(Codecs.STRING).write(out, texts));
        assertThat(read(json, Codecs.list(Codecs.STRING)::read)).isEqualTo(texts);
        assertThat(write(out -> out.writeInt(1))).isEqualTo("1");
    }

    @Test
    void refusesNumbersThatNoPeerWouldRead() {
        try (MessageWriter out = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            for (BigDecimal tooLong :
                    List.of(new BigDecimal("1E+1000"), new BigDecimal("-1E+999"), new BigDecimal("1E-999"))) {
                assertThatThrownBy(() -> out.begin().writeBigDecimal(tooLong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a number of 1001 characters, and peers read at most 1000");
                out.close();
            }
            assertThatThrownBy(() -> out.begin().writeBigDecimal(new BigDecimal("1E+2147483647")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a number of 2147483648 characters, and peers read at most 1000");
            assertThatThrownBy(() -> out.begin().writeBigInteger(BigInteger.TEN.pow(1000)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a number of 1001 characters, and peers read at most 1000");
        }
        BigDecimal longest = new BigDecimal("9".repeat(1000));
        assertThat(write(out -> out.writeBigDecimal(longest))).isEqualTo(longest.toString());
        assertThat(write(out -> out.writeBigInteger(longest.toBigInteger()))).isEqualTo(longest.toString());
    }
}
