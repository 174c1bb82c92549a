package dev.parley.serializer.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueContract;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same values, said in a binary format. */
abstract class BinaryValueContract extends ValueContract {
    @Override
    protected <T> T read(String json, Function<ValueReader, T> read) {
        JsonValue message =
                JsonValue.object(Map.entry("method", JsonValue.of("m")), Map.entry("params", Json.parse(json)));
        try (MessageWriter out = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), message);
            try (MessageReader in = serializer().read(out.end(), ReadLimits.DEFAULT, References.NONE)) {
                Envelope envelope = in.next();
                return read.apply(
                        in.value(envelope.params().from(), envelope.params().to()));
            }
        }
    }

    @Override
    protected String write(Consumer<ValueWriter> write) {
        try (MessageWriter out = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            write.accept(out.begin());
            Frame frame = out.end();
            try (MessageReader in = serializer().read(frame, ReadLimits.DEFAULT, References.NONE)) {
                return Json.write(Codecs.JSON_VALUE.read(in.value(frame.from(), frame.to())));
            }
        }
    }

    private byte[] encode(Consumer<ValueWriter> write) {
        try (MessageWriter out = serializer().write(Integer.MAX_VALUE, References.NONE)) {
            write.accept(out.begin());
            return out.end().toByteArray();
        }
    }

    /** Integers have no minus before a zero; all else reads back as it was written. */
    @Override
    @Test
    protected void keepsTheTextOfNumbers() {
        for (String text :
                List.of("0", "1.5", "1.50", "1E+2", "-0.0", "1.0E-5", "1E+999999999", "1" + "2".repeat(300))) {
            assertThat(write(out -> out.writeNumberText(text))).isEqualTo(text);
        }
        assertThat(write(out -> out.writeNumberText("-0"))).isEqualTo("0");
        assertThat(write(out -> out.writeNumberText("1e2"))).isEqualTo("1E+2");
        for (String text : List.of("1e999999999999", "1E+1000000001", "1.5E-1000000000")) {
            assertThatThrownBy(() -> write(out -> out.writeNumberText(text)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching("(CBOR|Smile) has no exponent so large as that of " + text.replace("+", "\\+"));
        }
        assertThatThrownBy(() -> write(out -> out.writeBigDecimal(new BigDecimal("1E-1000000001"))))
                .isInstanceOf(IllegalArgumentException.class);
        refuses("\"1\"", ValueReader::readNumberText, "expected a number, found a string");
    }

    @Override
    @Test
    protected void refusesWhatIsNoInteger() {
        refuses("3000000000", ValueReader::readInt, "expected an integer of 32 bits, found 3000000000");
        refuses("-2147483649", ValueReader::readInt, "expected an integer of 32 bits, found -2147483649");
        refuses("1.0", ValueReader::readInt, "expected an integer of 32 bits, found 1.0");
        refuses("1e2", ValueReader::readInt, "expected an integer of 32 bits, found 1E+2");
        refuses("\"1\"", ValueReader::readInt, "expected an integer of 32 bits, found a string");
        refuses("null", ValueReader::readInt, "expected an integer of 32 bits, found null");
        refuses("[1]", ValueReader::readInt, "expected an integer of 32 bits, found an array");
        refuses("{}", ValueReader::readLong, "expected an integer of 64 bits, found an object");
        refuses(
                "9223372036854775808",
                ValueReader::readLong,
                "expected an integer of 64 bits, found 9223372036854775808");
        refuses("-1.5", ValueReader::readLong, "expected an integer of 64 bits, found -1.5");
        refuses("1.5", ValueReader::readBigInteger, "expected an integer, found 1.5");
        refuses("\"1\"", ValueReader::readBigInteger, "expected an integer, found a string");
        refuses("1".repeat(50), ValueReader::readInt, "expected an integer of 32 bits, found " + "1".repeat(40) + "…");
        refuses("300", Codecs.BYTE::read, "expected an integer of 8 bits, found 300");
    }

    @Override
    @Test
    protected void refusesExponentsThatBlowUp() {
        assertThat(read("1e999", ValueReader::readBigDecimal)).isEqualTo(new BigDecimal("1e999"));
        for (String text : List.of("1E+1000", "1E+999999999", "1E-1001", "1E-999999999")) {
            refuses(text, ValueReader::readBigDecimal, "expected a number of at most 1000 digits, found " + text);
        }
    }

    /** Bytes are bytes; where none are expected they are their Base64 text, which does where they are. */
    @Override
    @Test
    protected void readsAndWritesBytes() {
        for (int length : new int[] {0, 1, 6, 7, 8, 300, 100_000}) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 37 - 5);
            }
            byte[] encoded = encode(out -> out.writeBytes(bytes));
            assertThat(encoded.length).isLessThan(length + 10);
            try (MessageReader in = serializer().read(Frame.kept(encoded), ReadLimits.DEFAULT, References.NONE)) {
                assertThat(in.value(0, encoded.length).readBytes()).isEqualTo(bytes);
                String text = Base64.getEncoder().encodeToString(bytes);
                assertThat(in.value(0, encoded.length).readString()).isEqualTo(text);
                assertThat(read('"' + text + '"', ValueReader::readBytes)).isEqualTo(bytes);
            }
        }
        refuses("\"//8\"", ValueReader::readBytes, "expected bytes or a Base64 string, found \"//8\"");
        refuses("\"__8=\"", ValueReader::readBytes, "expected bytes or a Base64 string, found \"__8=\"");
        refuses("[1]", ValueReader::readBytes, "expected bytes or a Base64 string, found an array");
    }

    @Override
    @Test
    protected void findsMembersInAnyOrder() {
        assertThat(read("{}", ValueContract::members)).isEmpty();
        assertThat(read("{\"id\":1,\"name\":[{}],\"größe\":2,\"a\\\"b\":3}", ValueContract::members))
                .containsExactly("0 id", "1 name", "2 größe", "3 a\"b");
        assertThat(read(
                        "{\"a\\\"b\":3,\"name\":1,\"nam\":2,\"names\":3,\"größe\":4,\"id\":5,\"" + "n".repeat(70)
                                + "\":6}",
                        ValueContract::members))
                .containsExactly("3 a\"b", "1 name", "-2 nam", "-2 names", "2 größe", "0 id", "-2 " + "n".repeat(70));
        assertThat(read("{\"\":1,\"ID\":2}", ValueContract::members)).containsExactly("-2 ", "-2 ID");
        int found = read("{\"id\":1}", in -> {
            in.beginObject();
            return in.nextMember(Members.of());
        });
        assertThat(found).isEqualTo(ValueReader.UNKNOWN);
        byte[] twice = encode(out -> {
            out.beginObject();
            for (int member : new int[] {0, 0, 2}) {
                out.member(PERSON, member);
                out.writeInt(1);
            }
            out.endObject();
        });
        try (MessageReader in = serializer().read(Frame.kept(twice), ReadLimits.DEFAULT, References.NONE)) {
            assertThatThrownBy(() -> members(in.value(0, twice.length)))
                    .hasMessage("/id: expected each member once, found \"id\" twice");
        }
        refuses("[]", ValueContract::members, "expected an object, found an array");
        refuses("null", ValueContract::members, "expected an object, found null");
    }

    @Override
    @Test
    protected void writesObjectsAndArrays() {
        byte[] encoded = encode(out -> Codecs.JSON_VALUE.write(out, Json.parse("{\"a\":[1]}")));
        byte[] padded = new byte[encoded.length + 4];
        System.arraycopy(encoded, 0, padded, 2, encoded.length);
        assertThat(write(out -> {
                    out.beginObject();
                    out.member(PERSON, 0);
                    out.beginArray();
                    out.writeEncoded(padded, 2, 2 + encoded.length);
                    out.beginArray();
                    out.endArray();
                    out.writeEncoded(padded, 2, 2 + encoded.length);
                    out.writeBoolean(true);
                    out.endArray();
                    out.member("free");
                    out.writeEncoded(padded, 2, 2 + encoded.length);
                    out.member(PERSON, 2);
                    out.writeNull();
                    out.endObject();
                }))
                .isEqualTo("{\"id\":[{\"a\":[1]},[],{\"a\":[1]},true],\"free\":{\"a\":[1]},\"größe\":null}");
    }

    /** Escapes are JSON's. */
    @Override
    protected void readsAndWritesStrings(String json, String written) {}

    /** UTF-8 has no lone surrogates. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "\"\\/", "\u0000\u001f\u007f", "é€", "😀", "é€😀 and so on", "a\ud800", "\ude00\ud83d"})
    void readsAndWritesTexts(String text) {
        for (int length : new int[] {1, 20, 40, 300, 5000}) {
            String longer = text.repeat(length);
            String expected = longer.replaceAll("[\\ud800-\\udfff]", "\ufffd");
            byte[] encoded = encode(out -> {
                out.beginObject();
                out.member("name");
                out.writeString(longer);
                out.endObject();
            });
            try (MessageReader in = serializer().read(Frame.kept(encoded), ReadLimits.DEFAULT, References.NONE)) {
                ValueReader value = in.value(0, encoded.length);
                value.beginObject();
                assertThat(value.nextMember()).isEqualTo("name");
                assertThat(value.readString()).isEqualTo(expected);
                assertThat(value.nextMember()).isNull();
            }
        }
        byte[] named = encode(out -> {
            out.beginObject();
            out.member(text);
            out.writeNull();
            out.endObject();
        });
        try (MessageReader in = serializer().read(Frame.kept(named), ReadLimits.DEFAULT, References.NONE)) {
            ValueReader value = in.value(0, named.length);
            value.beginObject();
            assertThat(value.nextMember()).isEqualTo(text.replaceAll("[\\ud800-\\udfff]", "\ufffd"));
        }
    }

    @Override
    @Test
    protected void dropsAnUnfinishedMessage() {
        byte[] two = encode(out -> out.writeInt(2));
        try (MessageWriter out = serializer().write(1000, References.NONE)) {
            ValueWriter half = out.begin();
            half.beginObject();
            half.member("a");
            half.beginArray();
            half.writeInt(1);
            out.begin().writeInt(2);
            assertThat(out.end().toByteArray()).isEqualTo(two);
            out.begin().beginArray();
        }
        assertThat(encode(out -> out.writeInt(2))).isEqualTo(two);
    }

    @Override
    @Test
    protected void boundsTheSizeOfAMessage() {
        int around = encode(out -> out.writeString("x".repeat(90))).length - 90;
        String text = "x".repeat(100 - around);
        try (MessageWriter out = serializer().write(100, References.NONE)) {
            out.begin().writeString(text);
            assertThat(out.end().length()).isEqualTo(100);
            for (Consumer<ValueWriter> tooLong : List.<Consumer<ValueWriter>>of(
                    w -> w.writeString(text + "x"),
                    w -> w.writeString("é".repeat(50)),
                    w -> w.writeBytes(new byte[100]),
                    w -> w.writeBigInteger(BigInteger.TEN.pow(300)),
                    w -> w.writeEncoded(new byte[101], 0, 101),
                    w -> Codecs.INT_ARRAY.write(w, new int[100]),
                    w -> Codecs.list(Codecs.STRING).write(w, Collections.nCopies(100_000, "")))) {
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
}
