package dev.parley.serializer.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.databind.ParleyMapper;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileFactory;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.smile.SmileWriteFeature;

/** Messages of other peers, and bytes that are none. */
class BinaryMessageReaderTest {
    private static final ReadLimits LIMITS = ReadLimits.DEFAULT
            .change()
            .depth(6)
            .nameLength(40)
            .numberLength(100)
            .build();
    private static final BinarySerializer CBOR = BinarySerializer.cbor();
    private static final BinarySerializer SMILE = BinarySerializer.smile();

    /** The frame within a larger array, as it lies when it comes from a socket. */
    private static MessageReader open(BinarySerializer serializer, byte[] bytes) {
        byte[] padded = new byte[bytes.length + 10];
        Arrays.fill(padded, (byte) 0xA0);
        System.arraycopy(bytes, 0, padded, 7, bytes.length);
        return serializer.read(Frame.onLoan(padded, 7, 7 + bytes.length), LIMITS, References.NONE);
    }

    private static MessageReader open(BinarySerializer serializer, String hex) {
        return open(serializer, HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static <T> T read(String hex, Function<ValueReader, T> read) {
        String message = "a1 66 706172616d73 " + hex;
        try (MessageReader in = open(CBOR, message)) {
            Envelope envelope = in.next();
            return read.apply(
                    in.value(envelope.params().from(), envelope.params().to()));
        }
    }

    /** Examples of RFC 8949, appendix A, and what else encoders may write. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            00                      | 0
            17                      | 23
            18 18                   | 24
            18 05                   | 5
            1b 000000e8d4a51000     | 1000000000000
            1b 0000000000000005     | 5
            1b ffffffffffffffff     | 18446744073709551615
            c2 49 010000000000000000 | 18446744073709551616
            c2 48 ffffffffffffffff  | 18446744073709551615
            c2 40                   | 0
            3b ffffffffffffffff     | -18446744073709551616
            c3 49 010000000000000000 | -18446744073709551617
            c3 48 ffffffffffffffff  | -18446744073709551616
            20                      | -1
            39 03e7                 | -1000
            3a ffffffff             | -4294967296
            c4 82 21 19 6ab3        | 273.15
            c4 82 21 c2 48 ffffffffffffffff | 184467440737095516.15
            c4 82 02 03             | 3E+2
            f9 3e00                 | 1.5
            f9 0001                 | 5.9604645E-8
            fa 47c35000             | 100000.0
            fb 3ff199999999999a     | 1.1
            f4                      | false
            f6                      | null
            f7                      | null
            f9 7e00                 | "NaN"
            fa 7f800000             | "Infinity"
            fb fff0000000000000     | "-Infinity"
            c0 74 323031332d30332d32315432303a30343a30305a | "2013-03-21T20:04:00Z"
            c1 1a 514b67b0          | 1363896240
            d7 44 01020304          | "AQIDBA=="
            44 01020304             | "AQIDBA=="
            5f 42 0102 43 030405 ff | "AQIDBAU="
            60                      | ""
            62 c3bc                 | "ü"
            64 f0908591             | "𐅑"
            7f 65 7374726561 64 6d696e67 ff | "streaming"
            7f ff                   | ""
            80                      | []
            83 01 82 02 03 82 04 05 | [1,[2,3],[4,5]]
            9f 01 82 02 03 9f 04 05 ff ff | [1,[2,3],[4,5]]
            98 01 01                | [1]
            a2 61 61 01 61 62 82 02 03 | {"a":1,"b":[2,3]}
            bf 61 61 01 61 62 9f 02 03 ff ff | {"a":1,"b":[2,3]}
            b8 01 61 61 f5          | {"a":true}
            d9 d9f7 a1 61 61 01     | {"a":1}
            """)
    void whatOthersMayWrite(String hex, String json) {
        assertThat(read(hex, Codecs.JSON_VALUE::read)).hasToString(json);
    }

    @Test
    void bigNumbersAsNumbers() {
        assertThat(read("c2 48 ffffffffffffffff", ValueReader::readBigInteger))
                .isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(read("c2 48 ffffffffffffffff", ValueReader::readDouble)).isEqualTo(0x1p64);
        assertThat(read("c2 41 07", ValueReader::readInt)).isEqualTo(7);
        assertThat(read("c4 82 21 19 6ab3", ValueReader::readDouble)).isEqualTo(273.15);
        assertThat(read("c4 82 21 19 6ab3", ValueReader::readFloat)).isEqualTo(273.15f);
        assertThat(read("c4 82 3a 7ffffffe 01", ValueReader::readDouble)).isZero();
        assertThatThrownBy(() -> read("c4 82 1a 7ffffffe 01", ValueReader::readDouble))
                .isInstanceOf(ValueException.class)
                .hasMessageContaining("expected a number that fits a double, found 1E+2147483646");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cbor |                        | expected more, found the end at byte 0
            cbor | a1                     | expected more, found the end at byte 1
            cbor | a1 62 6964             | expected more, found the end at byte 4
            cbor | a1 62 69               | expected more, found the end at byte 3
            cbor | a1 62 6964 19 01       | expected more, found the end at byte 6
            cbor | a0 00                  | expected the end at byte 1
            cbor | a1 01 02               | expected a text in one piece as a member's name at byte 1
            cbor | a1 42 6964 02          | expected a text in one piece as a member's name at byte 1
            cbor | a1 7f 62 6964 ff 02    | expected a text in one piece as a member's name at byte 1
            cbor | a1 c0 62 6964 02       | expected a text in one piece as a member's name at byte 1
            cbor | a1 78 29 00            | expected more, found the end at byte 4
            cbor | 7b 7fffffffffffffff    | expected more, found the end at byte 9
            cbor | 5b ffffffffffffffff    | expected more, found the end at byte 9
            cbor | 9b 7fffffffffffffff    | expected more, found the end at byte 9
            cbor | bb ffffffffffffffff    | expected more, found the end at byte 9
            cbor | 9a 00000003 01 02      | expected more, found the end at byte 7
            cbor | 9f 01                  | expected more, found the end at byte 2
            cbor | bf 61 61               | expected more, found the end at byte 3
            cbor | bf 61 61 ff            | expected a value, found an end at byte 3
            cbor | 81 ff                  | expected a value, found an end at byte 1
            cbor | ff                     | expected a value, found an end at byte 0
            cbor | 1c                     | a head that CBOR has no meaning for at byte 0
            cbor | 1f                     | a head that CBOR has no meaning for at byte 0
            cbor | df 00                  | a head that CBOR has no meaning for at byte 0
            cbor | f0                     | a simple value that JSON has no kind for at byte 0
            cbor | f8 ff                  | a simple value that JSON has no kind for at byte 0
            cbor | fc                     | a simple value that JSON has no kind for at byte 0
            cbor | 61 ff                  | not UTF-8 at byte 1
            cbor | 62 c080                | not UTF-8 at byte 1
            cbor | 63 eda080              | not UTF-8 at byte 1
            cbor | 64 f4908080            | not UTF-8 at byte 1
            cbor | 6a 61616161 61616161 61 c3 | not UTF-8 at byte 10
            cbor | 7f 61 c3 61 bc ff      | not UTF-8 at byte 2
            cbor | 7f 41 00 ff            | expected a piece of the string at byte 1
            cbor | 7f 7f 61 61 ff ff      | expected a piece of the string at byte 1
            cbor | d8 19 00               | the tag 25, which refers to another value at byte 0
            cbor | d9 0100 80             | the tag 256, which refers to another value at byte 0
            cbor | d8 1d 00               | the tag 29, which refers to another value at byte 0
            cbor | da ffffffff 00         | a tag of more than 31 bits at byte 0
            cbor | c0c0c0c0c0c0c0c0c0 60  | more than 8 tags on one value at byte 8
            cbor | c2 00                  | expected the byte string of a big integer at byte 1
            cbor | c2 5f 41 01 ff         | expected the byte string of a big integer at byte 1
            cbor | c2 5a 7fffffff         | number longer than 100 characters at byte 1
            cbor | c4 83 01 02 03         | expected the array of a decimal fraction's exponent and mantissa at byte 1
            cbor | c4 82 61 61 03         | expected an exponent of 32 bits at byte 2
            cbor | c4 82 1a 7fffffff 03   | expected an exponent of 32 bits at byte 2
            cbor | c4 82 01 61 61         | expected an integer as mantissa at byte 3
            cbor | 81818181818180         | nested deeper than 6 levels at byte 6
            cbor | a1617981818181818180   | nested deeper than 6 levels at byte 8
            smile |                       | expected more, found the end at byte 0
            smile | 3a290a                | expected more, found the end at byte 3
            smile | 3a290b00 fafb         | expected the header of Smile, version 0 at byte 0
            smile | 3a290a10 fafb         | expected the header of Smile, version 0 at byte 0
            smile | 3a290a00              | expected more, found the end at byte 4
            smile | 3a290a00 fa           | expected more, found the end at byte 5
            smile | 3a290a00 fafb 21      | expected the end at byte 6
            smile | 3a290a00 fa f9        | expected a member's name at byte 5
            smile | 3a290a00 f8 fb        | expected a value, found an end at byte 5
            smile | 01                    | a reference to a text that came before; write without shared names and texts at byte 0
            smile | ec 40                 | a reference to a text that came before; write without shared names and texts at byte 0
            smile | fa 40 21 fb           | a reference to a name that came before; write without shared names and texts at byte 1
            smile | fa 30 40 21 fb        | a reference to a name that came before; write without shared names and texts at byte 1
            smile | 00                    | a byte that Smile has no meaning for at byte 0
            smile | 27                    | a byte that Smile has no meaning for at byte 0
            smile | 3f                    | a byte that Smile has no meaning for at byte 0
            smile | fe                    | a byte that Smile has no meaning for at byte 0
            smile | 40 80                 | not ASCII at byte 1
            smile | 45 6161               | expected more, found the end at byte 3
            smile | 80 c080               | not UTF-8 at byte 1
            smile | e0 61 61              | expected more, found the end at byte 3
            smile | e4 61 c3 fc           | not UTF-8 at byte 2
            smile | fd 7f7f7f7fbf         | expected more, found the end at byte 6
            smile | e8 7f7f7f7fbf         | expected more, found the end at byte 6
            smile | fd 7f7f7f7f7fbf       | an integer of more than 5 bytes at byte 1
            smile | 24 010101010101       | an integer of more than 5 bytes at byte 1
            smile | 26 7f7f7f7fbf         | number longer than 100 characters at byte 1
            smile | 2a 80 7f7f7f7fbf      | number longer than 100 characters at byte 2
            smile | 25 31fa               | an integer of 64 bits in less than 5 bytes at byte 0
            smile | 2a 7f7f7f7fbf 80      | a scale of more than 31 bits at byte 1
            smile | 28 8000000000         | expected seven bits at byte 1
            smile | 29 00000000           | expected more, found the end at byte 5
            smile | fa 34 6161            | expected more, found the end at byte 4
            smile | f8f8f8f8f8f8f8        | nested deeper than 6 levels at byte 6
            """)
    void whatIsNoMessage(String format, String hex, String problem) {
        BinarySerializer serializer = format.equals("cbor") ? CBOR : SMILE;
        assertThatThrownBy(() -> open(serializer, hex == null ? "" : hex))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(problem);
    }

    @Test
    void namesAreLimited() {
        String fits = "61".repeat(40);
        open(CBOR, "a1 78 28" + fits + "00").close();
        assertThatThrownBy(() -> open(CBOR, "a1 78 29" + fits + "6100"))
                .hasMessage("name longer than 40 bytes at byte 1");
        open(SMILE, "fa a7" + fits + "21fb").close();
        assertThatThrownBy(() -> open(SMILE, "fa a8" + fits + "6121fb"))
                .hasMessage("name longer than 40 bytes at byte 1");
    }

    private static String describe(Envelope envelope) {
        StringBuilder text = new StringBuilder();
        text.append(envelope.isObject()).append(' ').append(envelope.version());
        text.append(envelope.hasDuplicate() ? " duplicate" : "");
        text.append(envelope.idIsLong() ? " id " + envelope.idNumber() : "");
        text.append(envelope.methodText() == null ? "" : " method " + envelope.methodText());
        for (Part part :
                List.of(envelope.id(), envelope.method(), envelope.params(), envelope.result(), envelope.error())) {
            text.append(' ').append(part.kind());
        }
        envelope.extras().forEach(extra -> text.append(' ').append(extra.name()));
        return text.toString();
    }

    private static String describe(BinarySerializer serializer, byte[] bytes) {
        StringBuilder text = new StringBuilder();
        try (MessageReader in = open(serializer, bytes)) {
            text.append(in.isBatch() ? "batch:" : "");
            for (Envelope envelope; (envelope = in.next()) != null; ) {
                text.append(describe(envelope)).append(';');
            }
        }
        return text.toString();
    }

    /** By Jackson's own mappers, so that it is not only our own writer that our reader understands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"jsonrpc":"2.0","method":"m","params":[1],"id":7} | true V2_0 id 7 NUMBER STRING ARRAY ABSENT ABSENT;
            {"id":"a","method":5,"version":"1.1"} | true OTHER STRING NUMBER ABSENT ABSENT ABSENT;
            {"version":1,"jsonrpc":"2.0"} | true V2_0 ABSENT ABSENT ABSENT ABSENT ABSENT;
            {"jsonrpc":2.0,"id":2.0} | true OTHER id 2 NUMBER ABSENT ABSENT ABSENT ABSENT;
            {"id":-9223372036854775808,"result":{"a":[{}]}} | true ABSENT id -9223372036854775808 NUMBER ABSENT ABSENT OBJECT ABSENT;
            {"id":1.5,"error":null,"result":true} | true ABSENT NUMBER ABSENT ABSENT BOOLEAN NULL;
            {"ID":1,"x":{"id":1},"id":null} | true ABSENT NULL ABSENT ABSENT ABSENT ABSENT ID x;
            [{"id":1},2,[],{}] | batch:true ABSENT id 1 NUMBER ABSENT ABSENT ABSENT ABSENT;false ABSENT ABSENT ABSENT ABSENT ABSENT ABSENT;false ABSENT ABSENT ABSENT ABSENT ABSENT ABSENT;true ABSENT ABSENT ABSENT ABSENT ABSENT ABSENT;
            [] | batch:
            5 | false ABSENT ABSENT ABSENT ABSENT ABSENT ABSENT;
            """)
    void envelopes(String json, String described) {
        Object value = ParleyMapper.mapper().readValue(json, Object.class);
        SmileMapper unshared = new SmileMapper(SmileFactory.builder()
                .disable(SmileWriteFeature.CHECK_SHARED_NAMES)
                .build());
        assertThat(describe(CBOR, new CBORMapper().writeValueAsBytes(value))).isEqualTo(described);
        assertThat(describe(SMILE, unshared.writeValueAsBytes(value))).isEqualTo(described);
    }

    @Test
    void oddEnvelopes() {
        String member = "62 6964 01";
        assertThat(describe(CBOR, HexFormat.of().parseHex(("a2" + member + member).replace(" ", ""))))
                .isEqualTo("true ABSENT duplicate id 1 NUMBER ABSENT ABSENT ABSENT ABSENT;");
        // A method in pieces, or as bytes, has to be put together before it can be compared.
        assertThat(describe(CBOR, HexFormat.of().parseHex("a1666d6574686f647f61616162ff")))
                .isEqualTo("true ABSENT method ab ABSENT STRING ABSENT ABSENT ABSENT;");
        assertThat(describe(CBOR, HexFormat.of().parseHex("a1666d6574686f64426162")))
                .isEqualTo("true ABSENT method YWI= ABSENT STRING ABSENT ABSENT ABSENT;");
        assertThat(describe(CBOR, HexFormat.of().parseHex("a1676a736f6e7270637f6132622e30ff")))
                .isEqualTo("true V2_0 ABSENT ABSENT ABSENT ABSENT ABSENT;");
        assertThat(describe(CBOR, HexFormat.of().parseHex("d9d9f7a1626964c24107")))
                .isEqualTo("true ABSENT id 7 NUMBER ABSENT ABSENT ABSENT ABSENT;");
        assertThat(describe(SMILE, HexFormat.of().parseHex("3a290a00fa816964c2fbff")))
                .isEqualTo("true ABSENT id 1 NUMBER ABSENT ABSENT ABSENT ABSENT;");
    }

    /** Jackson loses its place in these when its table of names knows the name, so each is read more than once. */
    @Test
    void anUnexpectedNameOfShortUnicodeFormIsPassedOver() {
        Members other = Members.of("a", "name");
        byte[] bytes = HexFormat.of().parseHex("3a290a04f8fac0697220fbf9");
        for (int i = 0; i < 3; i++) {
            try (MessageReader in = open(SMILE, bytes)) {
                ValueReader value = in.value(7, 7 + bytes.length);
                value.beginArray();
                assertThat(value.nextElement()).isTrue();
                value.beginObject();
                assertThat(value.nextMember(other)).isEqualTo(ValueReader.UNKNOWN);
                assertThat(value.memberName()).isEqualTo("ir");
                assertThat(value.readString()).isEmpty();
                assertThat(value.nextMember(other)).isEqualTo(ValueReader.END);
                assertThat(value.nextElement()).isFalse();
            }
        }
    }

    @Test
    void aTagBetweenTheTagOfANumberAndItsValueIsRefused() {
        for (String tags : new String[] {"c4 c8 82 01 02", "c2 c8 41 07", "c3 c2 41 07", "c4 c4 82 01 02"}) {
            assertThatThrownBy(() -> read(tags, ValueReader::readBigDecimal))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith("a tag between the tag ");
        }
        assertThat(read("c8 c4 82 01 02", ValueReader::readBigDecimal)).isEqualByComparingTo("20");
    }
}
