package dev.parley.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 allows and what it does not. */
class JsonGrammarTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "0",
                "-0",
                "1",
                "-1",
                "10",
                "1.5",
                "-0.0",
                "1e5",
                "1E5",
                "1e+5",
                "1e-5",
                "0e0",
                "0.1e10",
                "123456789012345678901234567890",
                "1e999999999",
                "\"\"",
                "\"a\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                "\"\\u0000\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\u007f\"",
                "\"\u2028\"",
                "\"é€😀\"",
                "[]",
                "[1]",
                "[1,2]",
                "[[],[[]]]",
                "{}",
                "{\"\":1}",
                "{\"a\":1,\"A\":2}",
                "{\"a\":{\"b\":[{}]}}",
                " \t\r\n[ \t\r\n1 \t\r\n, 2 ] \n",
                " { \"a\" : 1 , \"b\" : 2 } "
            })
    void acceptsJson(String text) {
        assertThat(Json.parse(text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``|expected a value, found the end at byte 0
            `  `|expected a value, found the end at byte 2
            nul|expected null, found 'n' at byte 0
            nulL|expected null, found 'n' at byte 0
            nullx|expected the end, found 'x' at byte 4
            tru|expected true, found 't' at byte 0
            True|expected a value, found 'T' at byte 0
            NaN|expected a value, found 'N' at byte 0
            -NaN|expected a digit, found 'N' at byte 1
            Infinity|expected a value, found 'I' at byte 0
            -Infinity|expected a digit, found 'I' at byte 1
            -|expected a digit, found the end at byte 1
            +1|expected a value, found '+' at byte 0
            01|number with a leading zero at byte 0
            -01|number with a leading zero at byte 0
            00|number with a leading zero at byte 0
            1.|expected a digit, found the end at byte 2
            .5|expected a value, found '.' at byte 0
            1.e5|expected a digit, found 'e' at byte 2
            1e|expected a digit, found the end at byte 2
            1e+|expected a digit, found the end at byte 3
            1ee5|expected a digit, found 'e' at byte 2
            0x10|expected the end, found 'x' at byte 1
            1_000|expected the end, found '_' at byte 1
            1 2|expected the end, found '2' at byte 2
            "|string without end at byte 0
            "abc|string without end at byte 0
            "abc\\|string without end at byte 4
            "abc\\"|string without end at byte 0
            "\\x"|unknown escape at byte 1
            "\\'"|unknown escape at byte 1
            "\\u12"|escape without four hexadecimal digits at byte 1
            "\\u12G4"|escape without four hexadecimal digits at byte 1
            "\\u123|escape without four hexadecimal digits at byte 1
            'a'|expected a value, found ''' at byte 0
            [|expected a value, found the end at byte 1
            [1|expected ',' or ']', found the end at byte 2
            [1,|expected a value, found the end at byte 3
            [1,]|expected a value, found ']' at byte 3
            [,1]|expected a value, found ',' at byte 1
            [1 2]|expected ',' or ']', found '2' at byte 3
            [1}|expected ',' or ']', found '}' at byte 2
            [1]]|expected the end, found ']' at byte 3
            {|expected a name, found the end at byte 1
            {1:2}|expected a name, found '1' at byte 1
            {a:1}|expected a name, found 'a' at byte 1
            {"a"}|expected ':', found '}' at byte 4
            {"a" 1}|expected ':', found '1' at byte 5
            {"a":}|expected a value, found '}' at byte 5
            {"a":1|expected ',' or '}', found the end at byte 6
            {"a":1,}|expected a name, found '}' at byte 7
            {,"a":1}|expected a name, found ',' at byte 1
            {"a":1]|expected ',' or '}', found ']' at byte 6
            {"a":1 "b":2}|expected ',' or '}', found '"' at byte 7
            /**/1|expected a value, found '/' at byte 0
            1//|expected the end, found '/' at byte 1
            """)
    void refusesWhatIsNotJson(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            220122   | control character in a string at byte 1
            220a22   | control character in a string at byte 1
            221f22   | control character in a string at byte 1
            0c31     | expected a value, found byte 0x0c at byte 0
            c2a031   | expected a value, found byte 0xc2 at byte 0
            00       | expected a value, found byte 0x00 at byte 0
            fffe3100 | expected a value, found byte 0xff at byte 0
            31003200 | expected the end, found byte 0x00 at byte 1
            efbb31   | expected a value, found byte 0xef at byte 0
            """)
    void refusesBytesThatMayNotStandThere(String hex, String message) {
        assertThatThrownBy(() -> Json.parse(HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "bf",
                "c0",
                "c080",
                "c1bf",
                "c2",
                "c241",
                "e0",
                "e080",
                "e09fbf",
                "e0a0",
                "e0a041",
                "eda080",
                "edbfbf",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f09f9841",
                "f4908080",
                "f5808080",
                "f8888080",
                "fe",
                "ff",
                "fc80"
            })
    void refusesWhatIsNotUtf8(String hex) {
        for (int before = 0; before < 10; before++) {
            byte[] text = HexFormat.of().parseHex("22" + "61".repeat(before) + hex + "22");
            int at = before + 1;
            assertThatThrownBy(() -> Json.parse(text))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageMatching("not UTF-8 at byte \\d+")
                    .satisfies(e ->
                            assertThat(((MalformedMessageException) e).offset()).isEqualTo(at));
        }
    }

    @Test
    void readsEveryCharacter() {
        for (int c = 0x20; c <= 0x10FFFF; c++) {
            if (c == '"' || c == '\\' || c >= 0xD800 && c <= 0xDFFF) {
                continue;
            }
            String text = Character.toString(c);
            assertThat(Json.parse('"' + text + '"')).isEqualTo(JsonValue.of(text));
        }
    }

    @Test
    void findsTheEndOfStringsOfEveryLength() {
        for (int length = 0; length < 40; length++) {
            String text = "x".repeat(length);
            assertThat(Json.parse("[\"" + text + "\",1]"))
                    .isEqualTo(JsonValue.array(JsonValue.of(text), JsonValue.of(1)));
            String more = text + "\n" + text;
            assertThat(Json.parse('"' + text + "\\n" + text + '"')).isEqualTo(JsonValue.of(more));
        }
    }

    @Test
    void passesOverAByteOrderMarkAtTheStartOnly() {
        assertThat(Json.parse("\uFEFF1")).isEqualTo(JsonValue.of(1));
        assertThatThrownBy(() -> Json.parse("\uFEFF\uFEFF1")).hasMessage("expected a value, found byte 0xef at byte 3");
        assertThatThrownBy(() -> Json.parse("[\uFEFF1]")).hasMessage("expected a value, found byte 0xef at byte 1");
    }

    @Test
    void keepsLoneSurrogates() {
        JsonValue value = Json.parse("\"\\ud800a\\uDC00\"");

        assertThat(value).isEqualTo(JsonValue.of("\ud800a\udc00"));
        assertThat(Json.write(value)).isEqualTo("\"\\ud800a\\udc00\"");
    }

    @Test
    void boundsDepth() {
        assertThat(Json.parse("[".repeat(128) + "]".repeat(128))).isNotNull();
        assertThatThrownBy(() -> Json.parse("[".repeat(129) + "]".repeat(129)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("nested deeper than 128 levels at byte 128");
        assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(1_000_000)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("nested deeper than 128 levels at byte 640");
    }

    @Test
    void boundsNamesAndNumbers() {
        assertThat(Json.parse("{\"" + "x".repeat(1024) + "\":" + "1".repeat(1000) + "}"))
                .isNotNull();
        assertThatThrownBy(() -> Json.parse("{\"" + "x".repeat(1025) + "\":1}"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("name longer than 1024 bytes at byte 1");
        assertThatThrownBy(() -> Json.parse("[" + "1".repeat(1001) + "]"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("number longer than 1000 characters at byte 1");
    }

    @Test
    void readsDeepNestingWithoutRecursionWhereTheLimitsAllowIt() {
        int depth = 200_000;
        byte[] text = ("[".repeat(depth) + "{\"a\":[]}" + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8);
        JsonScanner scanner = new JsonScanner();
        scanner.reset(
                text,
                0,
                text.length,
                ReadLimits.DEFAULT
                        .change()
                        .depth(depth + 2)
                        .nameLength(1)
                        .numberLength(1)
                        .build());

        assertThat(scanner.value(0, 0)).isEqualTo(text.length);
    }
}
