package dev.parley.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which members of a message stand where, and what is checked when. */
class JsonMessageReaderTest {
    private Envelope envelope = new Envelope.Recorder();

    private boolean next(MessageReader in) {
        Envelope next = in.next();
        envelope = next == null ? envelope : next;
        return next != null;
    }

    private static MessageReader open(String text) {
        return JsonSerializer.INSTANCE.read(Frame.utf8(text), ReadLimits.DEFAULT, References.NONE);
    }

    private static String text(String frame, Part part) {
        byte[] bytes = frame.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, part.from(), part.to() - part.from(), StandardCharsets.UTF_8);
    }

    private void read(String text) {
        try (MessageReader in = open(text)) {
            assertThat(in.isBatch()).isFalse();
            assertThat(next(in)).isTrue();
            in.finish();
            assertThat(in.next()).isNull();
        }
    }

    @Test
    void findsTheMembersOfARequest() {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"find\",\"params\":[1, 2]}";
        read(text);

        assertThat(envelope.isObject()).isTrue();
        assertThat(envelope.version()).isEqualTo(Envelope.Version.V2_0);
        assertThat(envelope.id().kind()).isEqualTo(ValueKind.NUMBER);
        assertThat(text(text, envelope.id())).isEqualTo("7");
        assertThat(envelope.idIsLong()).isTrue();
        assertThat(envelope.idNumber()).isEqualTo(7);
        assertThat(envelope.method().kind()).isEqualTo(ValueKind.STRING);
        assertThat(text(text, envelope.method())).isEqualTo("find");
        assertThat(envelope.methodText()).isNull();
        assertThat(envelope.params().kind()).isEqualTo(ValueKind.ARRAY);
        assertThat(text(text, envelope.params())).isEqualTo("[1, 2]");
        assertThat(envelope.result().isPresent()).isFalse();
        assertThat(envelope.error().isPresent()).isFalse();
        assertThat(envelope.hasDuplicate()).isFalse();
        assertThat(envelope.extras()).isEmpty();
    }

    @Test
    void takesMembersInAnyOrderAndWithWhiteSpace() {
        String text =
                " { \"params\" : {\"a\" : 1 } ,\n\"method\": \"x\" , \"id\" : \"s\\\"1\" , \"jsonrpc\" : \"2.0\" } ";
        read(text);

        assertThat(envelope.version()).isEqualTo(Envelope.Version.V2_0);
        assertThat(text(text, envelope.id())).isEqualTo("\"s\\\"1\"");
        assertThat(envelope.idIsLong()).isFalse();
        assertThat(text(text, envelope.method())).isEqualTo("x");
        assertThat(text(text, envelope.params())).isEqualTo("{\"a\" : 1 }");
    }

    @Test
    void readsAFrameInTheMiddleOfAnArray() {
        byte[] bytes = "]]{\"id\":1,\"result\":\"é\"}]]".getBytes(StandardCharsets.UTF_8);
        Frame frame = Frame.onLoan(bytes, 2, bytes.length - 2);
        try (MessageReader in = JsonSerializer.INSTANCE.read(frame, ReadLimits.DEFAULT, References.NONE)) {
            next(in);
            assertThat(Codecs.STRING.read(in.value(envelope.result().from(), Part.OPEN)))
                    .isEqualTo("é");
            in.finish();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1.0, 1",
        "1e0, 1",
        "10e-1, 1",
        "1.00E+0, 1",
        "-0, 0",
        "0.0, 0",
        "0e99999999999, 0",
        "1e2, 100",
        "-5, -5",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808",
        "922337203685477580700e-2, 9223372036854775807"
    })
    void readsANumberForItsValue(String id, long value) {
        read("{\"id\":" + id + "}");

        assertThat(envelope.idIsLong()).isTrue();
        assertThat(envelope.idNumber()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "9223372036854775808",
                "-9223372036854775809",
                "1e19",
                "1e-1",
                "1e999999999",
                "1e-999999999",
                "1e99999999999",
                "1e-99999999999"
            })
    void knowsIdsThatAreNoLong(String id) {
        read("{\"id\":" + id + "}");

        assertThat(envelope.id().kind()).isEqualTo(ValueKind.NUMBER);
        assertThat(envelope.idIsLong()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"jsonrpc":"2.0"}                    | V2_0
            {"jsonrpc":"2\\u002e0"}              | V2_0
            {"json\\u0072pc":"2.0"}              | V2_0
            {"jsonrpc":"2.0","version":"1.1"}    | V2_0
            {"version":"1.1","jsonrpc":"2.0"}    | V2_0
            {"jsonrpc":"1.0"}                    | OTHER
            {"jsonrpc":2.0}                      | OTHER
            {"jsonrpc":null}                     | OTHER
            {"version":"1.1"}                    | OTHER
            {"JSONRPC":"2.0"}                    | ABSENT
            {}                                   | ABSENT
            """)
    void tellsTheVersion(String text, Envelope.Version version) {
        read(text);

        assertThat(envelope.version()).isEqualTo(version);
        assertThat(envelope.hasDuplicate()).isFalse();
    }

    @Test
    void decodesEscapesInNamesAndMethods() {
        read("{\"\\u006dethod\":\"f\\u0069nd\"}");

        assertThat(envelope.method().kind()).isEqualTo(ValueKind.STRING);
        assertThat(envelope.methodText()).isEqualTo("find");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonrpc", "id", "method", "params", "result", "error", "version"})
    void noticesMembersThatStandTwice(String name) {
        read("{\"" + name + "\":1,\"x\":0,\"" + name + "\":1}");
        assertThat(envelope.hasDuplicate()).isTrue();

        String escaped = String.format(Locale.ROOT, "\\u%04x", (int) name.charAt(0)) + name.substring(1);
        read("{\"" + name + "\":1,\"" + escaped + "\":2}");
        assertThat(envelope.hasDuplicate()).isTrue();
    }

    @Test
    void namesFurtherMembers() {
        read("{\"id\":1,\"a\\u00e4\":\"x\",\"Method\":[ ],\"meta\":{\"id\":2}}");

        assertThat(envelope.hasDuplicate()).isFalse();
        assertThat(envelope.extras())
                .containsExactly(
                        new Envelope.Extra("aä", ValueKind.STRING, 18, 21),
                        new Envelope.Extra("Method", ValueKind.ARRAY, 31, 34),
                        new Envelope.Extra("meta", ValueKind.OBJECT, 42, 50));
    }

    @Test
    void remembersSixteenFurtherMembersAtMost() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 20; i++) {
            text.append("\"m").append(i).append("\":").append(i).append(',');
        }
        read(text + "\"id\":1}");

        assertThat(envelope.extras()).hasSize(16);
        assertThat(envelope.idNumber()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"a\"", "null", "true", " -1.5e3 "})
    void takesAValueThatIsNoObjectForAMessageThatIsNone(String text) {
        read(text);

        assertThat(envelope.isObject()).isFalse();
    }

    @Test
    void readsLongBatchesInOrderAndShortOnesAfterThem() {
        for (int size : new int[] {1, 127, 128, 129, 500, 2, 0}) {
            StringBuilder text = new StringBuilder(" [ ");
            for (int i = 0; i < size; i++) {
                text.append(i == 0 ? "" : " , ")
                        .append(
                                i % 3 == 1
                                        ? "{\"id\" : " + i + ",\"x\":" + i + "}"
                                        : i % 3 == 2 ? "{}" : Integer.toString(i));
            }
            try (MessageReader in = open(text + " ] ")) {
                assertThat(in.isBatch()).isTrue();
                for (int i = 0; i < size; i++) {
                    assertThat(next(in)).isTrue();
                    assertThat(envelope.isObject()).isEqualTo(i % 3 != 0);
                    assertThat(envelope.idIsLong()).isEqualTo(i % 3 == 1);
                    assertThat(envelope.extras()).hasSize(i % 3 == 1 ? 1 : 0);
                    assertThat(envelope.idNumber()).isEqualTo(i % 3 == 1 ? i : 0);
                }
                assertThat(next(in)).isFalse();
            }
        }
    }

    @Test
    void readsABatchEntryByEntry() {
        String text = " [ {\"id\":1,\"result\":[1]} , 5, [{\"id\":9}], {} ,{\"id\":2,\"result\":\"x\"}] ";
        try (MessageReader in = open(text)) {
            assertThat(in.isBatch()).isTrue();
            assertThat(next(in)).isTrue();
            assertThat(envelope.idNumber()).isEqualTo(1);
            assertThat(text(text, envelope.result())).isEqualTo("[1]");
            assertThat(next(in)).isTrue();
            assertThat(envelope.isObject()).isFalse();
            assertThat(envelope.id().isPresent()).isFalse();
            assertThat(next(in)).isTrue();
            assertThat(envelope.isObject()).isFalse();
            assertThat(next(in)).isTrue();
            assertThat(envelope.isObject()).isTrue();
            assertThat(next(in)).isTrue();
            assertThat(text(text, envelope.result())).isEqualTo("\"x\"");
            assertThat(next(in)).isFalse();
            assertThat(next(in)).isFalse();
        }
        try (MessageReader in = open(" [ ] ")) {
            assertThat(in.isBatch()).isTrue();
            assertThat(next(in)).isFalse();
        }
    }

    @Test
    void countsDepthFromTheMessage() {
        ReadLimits two = ReadLimits.DEFAULT
                .change()
                .depth(2)
                .nameLength(10)
                .numberLength(10)
                .build();
        for (String text : new String[] {"{\"a\":[]}", "[{\"a\":[]}]", "{\"id\":1,\"result\":[]}"}) {
            JsonSerializer.INSTANCE.read(Frame.utf8(text), two, References.NONE).close();
        }
        for (String text : new String[] {"{\"a\":[[]]}", "[{\"a\":[[]]}]"}) {
            assertThatThrownBy(() -> JsonSerializer.INSTANCE.read(Frame.utf8(text), two, References.NONE))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageStartingWith("nested deeper than 2 levels at byte ");
        }
        try (MessageReader in =
                JsonSerializer.INSTANCE.read(Frame.utf8("{\"id\":1,\"result\":[[]]}"), two, References.NONE)) {
            next(in);
            ValueReader result = in.value(envelope.result().from(), Part.OPEN);
            result.beginArray();
            result.nextElement();
            assertThatThrownBy(result::beginArray)
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessage("nested deeper than 2 levels at byte 18");
            assertThatThrownBy(in::finish).isInstanceOf(MalformedMessageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[",
                "[{},",
                "[{}",
                "[{}]]",
                "{}{}",
                "{\"method\":\"a\"",
                "{\"method\":tru}",
                "[{\"id\":1},{\"x\":]",
                "{\"result\":[1,}",
                "{\"id\":1,\"method\":\"m\",\"result\":[1,}"
            })
    void refusesBeforeTheFirstMessage(String text) {
        assertThatThrownBy(() -> open(text)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void leavesAResultOpenUntilItIsRead() {
        String text = "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":[1,2] , \"error\":null,\"meta\":1}";
        try (MessageReader in = open(text)) {
            assertThat(next(in)).isTrue();
            assertThat(envelope.result().to()).isEqualTo(Part.OPEN);
            assertThat(envelope.error().isPresent()).isFalse();
            ValueReader result =
                    in.value(envelope.result().from(), envelope.result().to());
            assertThat(Codecs.INT_ARRAY.read(result)).containsExactly(1, 2);
            in.finish();
            assertThat(text(text, envelope.result())).isEqualTo("[1,2]");
            assertThat(envelope.error().kind()).isEqualTo(ValueKind.NULL);
            assertThat(envelope.extras()).hasSize(1);
            in.finish();
        }
    }

    @Test
    void finishesAnOpenResultThatWasNotRead() {
        for (String result : new String[] {"\"a\\nb\"", "12", "true", "{\"a\":[]}"}) {
            String text = "{\"id\":3,\"result\":" + result + "}";
            read(text);
            assertThat(text(text, envelope.result())).isEqualTo(result);
        }
    }

    @Test
    void finishesAnOpenResultThatWasReadInPart() {
        try (MessageReader in = open("{\"id\":3,\"result\":[1,\"x\",2],\"error\":{}}")) {
            next(in);
            ValueReader result = in.value(envelope.result().from(), Part.OPEN);
            assertThatThrownBy(() -> Codecs.INT_ARRAY.read(result))
                    .isInstanceOf(ValueException.class)
                    .hasMessage("/1: expected an integer of 32 bits, found a string");
            in.finish();
            assertThat(envelope.error().kind()).isEqualTo(ValueKind.OBJECT);
        }
    }

    @Test
    void leavesNothingOpenWhereTheIdComesLater() {
        for (String text : new String[] {
            "{\"result\":[1],\"id\":1}",
            "{\"id\":1,\"result\":null}",
            "{\"id\":1,\"method\":\"m\",\"result\":[1]}",
            "[{\"id\":1,\"result\":[1]}]"
        }) {
            try (MessageReader in = open(text)) {
                next(in);
                assertThat(envelope.result().to()).isNotEqualTo(Part.OPEN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"result\":[1", "{\"id\":1,\"result\":[1]", "{\"id\":1,\"result\":[1]}}",
                "{\"id\":1,\"result\":[1],}", "{\"id\":1,\"result\":[1],\"a\"}", "{\"id\":1,\"result\":[1] 2}",
                "{\"id\":1,\"result\":[1,\"\\x\"]}", "{\"id\":1,\"result\":[01]}"
            })
    void refusesAMalformedRestAtTheLatestWhenFinishing(String text) {
        try (MessageReader in = open(text)) {
            next(in);
            assertThatThrownBy(in::finish).isInstanceOf(MalformedMessageException.class);
        }
        try (MessageReader in = open(text)) {
            next(in);
            assertThatThrownBy(() -> {
                        Codecs.JSON_VALUE.read(in.value(envelope.result().from(), Part.OPEN));
                        in.finish();
                    })
                    .isInstanceOf(MalformedMessageException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":2", "\"result\":2", "\"result\":null", "\"i\\u0064\":1"})
    void noticesADuplicateAfterAnOpenResult(String more) {
        read("{\"id\":1,\"result\":[1]," + more + "}");

        assertThat(envelope.hasDuplicate()).isTrue();
        assertThat(envelope.idNumber()).isEqualTo(1);
        assertThat(envelope.result().kind()).isEqualTo(ValueKind.ARRAY);
    }

    @Test
    void isOfUseAgainAfterAnError() {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> open("{\"id\":1,\"method\":x}")).isInstanceOf(MalformedMessageException.class);
            MessageReader broken = open("{\"id\":1,\"result\":[1,\"x\"]}");
            next(broken);
            ValueReader value = broken.value(envelope.result().from(), Part.OPEN);
            assertThatThrownBy(() -> Codecs.INT_ARRAY.read(value)).isInstanceOf(ValueException.class);
            broken.close();
            broken.close();
            try (MessageReader one = open("{\"id\":1,\"result\":[5]}");
                    MessageReader two = open("{\"id\":2,\"result\":[6]}")) {
                assertThat(one).isNotSameAs(two);
                next(one);
                assertThat(Codecs.INT_ARRAY.read(one.value(envelope.result().from(), Part.OPEN)))
                        .containsExactly(5);
                next(two);
                assertThat(envelope.idNumber()).isEqualTo(2);
                two.finish();
                assertThat(envelope.result().to()).isEqualTo(20);
            }
        }
    }
}
