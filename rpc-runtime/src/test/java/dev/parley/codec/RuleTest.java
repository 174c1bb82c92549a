package dev.parley.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.serializer.ValueException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTest {
    private static final Codec<Map<String, List<Integer>>> TALLIES =
            Codecs.map(Codecs.checked(Codecs.list(Codecs.INT), Rule.maxItems(2), Rule.minItems(1), Rule.uniqueItems()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "minimum|0|0|-1",
                "minimum|-0.5|-0.5|-0.51",
                "maximum|10|10|11",
                "maximum|10|10.0|1e900",
                "exclusiveMinimum|0|0.1|0",
                "exclusiveMinimum|0|1e-900|-1e-900",
                "exclusiveMaximum|10|9.99|10",
                "multipleOf|5|10|11",
                "multipleOf|0.1|0.3|0.35",
                "multipleOf|10|1e900|1e-900",
                "multipleOf|3|0|1e900",
                "multipleOf|0.25|7.75|7.8",
            })
    void numbers(String rule, String limit, String right, String wrong) {
        Codec<BigDecimal> codec = Codecs.checked(Codecs.BIG_DECIMAL, numeric(rule, limit));
        assertThat(read(codec, right)).isEqualByComparingTo(right);
        assertThatThrownBy(() -> read(codec, wrong)).isInstanceOf(ValueException.class);
    }

    private static Rule<Number> numeric(String rule, String limit) {
        return switch (rule) {
            case "minimum" -> Rule.minimum(limit);
            case "maximum" -> Rule.maximum(limit);
            case "exclusiveMinimum" -> Rule.exclusiveMinimum(limit);
            case "exclusiveMaximum" -> Rule.exclusiveMaximum(limit);
            default -> Rule.multipleOf(limit);
        };
    }

    @Test
    void everyRuleNamesItselfAndTheValue() {
        refused(Codecs.checked(Codecs.LONG, Rule.minimum("0")), "-1", "expected a number of at least 0, found -1");
        refused(Codecs.checked(Codecs.LONG, Rule.maximum("9")), "10", "expected a number of at most 9, found 10");
        refused(Codecs.checked(Codecs.DOUBLE, Rule.exclusiveMinimum("0")), "0", "expected a number above 0, found 0.0");
        refused(Codecs.checked(Codecs.FLOAT, Rule.exclusiveMaximum("1")), "1", "expected a number below 1, found 1.0");
        refused(Codecs.checked(Codecs.INT, Rule.multipleOf("5")), "7", "expected a multiple of 5, found 7");
        refused(Codecs.checked(Codecs.LONG, Rule.among("1", "2")), "3", "expected one of 1, 2, found 3");
        refused(Codecs.checked(Codecs.LONG, Rule.among("1")), "3", "expected 1, found 3");
        refused(Codecs.checked(Codecs.BOOLEAN, Rule.only(true)), "false", "expected true, found false");
        refused(
                Codecs.checked(Codecs.STRING, Rule.minLength(2)),
                "\"a\"",
                "expected a string of at least 2 characters, found \"a\"");
        refused(
                Codecs.checked(Codecs.STRING, Rule.maxLength(1)),
                "\"ab\"",
                "expected a string of at most 1 character, found \"ab\"");
        refused(
                Codecs.checked(Codecs.STRING, Rule.pattern("^0x[0-9a-f]*$")),
                "\"0xZ\"",
                "expected a string that matches ^0x[0-9a-f]*$, found \"0xZ\"");
        refused(
                Codecs.checked(Codecs.map(Codecs.INT), Rule.minProperties(1)),
                "{}",
                "expected an object of at least 1 member, found 0 members");
        refused(
                Codecs.checked(Codecs.map(Codecs.INT), Rule.maxProperties(1)),
                "{\"a\":1,\"b\":2}",
                "expected an object of at most 1 member, found 2 members");
    }

    @Test
    void thePlaceIsThatOfTheValue() {
        refused(TALLIES, "{\"a\":[1],\"b\":[1,2,3]}", "/b: expected an array of at most 2 elements, found 3 elements");
        refused(TALLIES, "{\"a\":[]}", "/a: expected an array of at least 1 element, found 0 elements");
        refused(
                TALLIES,
                "{\"a\":[4,4]}",
                "/a: expected an array whose elements differ, found element 2 equal to one before");
        refused(
                Codecs.list(Codecs.checked(Codecs.map(Codecs.INT), Rule.maxProperties(1))),
                "[{\"a\":1},{\"a\":1,\"b\":2}]",
                "/1: expected an object of at most 1 member, found 2 members");
        refused(
                Codecs.map(Codecs.list(Codecs.checked(Codecs.STRING, Rule.maxLength(1)))),
                "{\"a\":[\"x\",\"yz\"]}",
                "/a/1: expected a string of at most 1 character, found \"yz\"");
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        refused(
                Codecs.checked(Codecs.STRING, Rule.maxLength(50)),
                "\"" + "x".repeat(51) + "\"",
                "expected a string of at most 50 characters, found \"" + "x".repeat(40) + "…\"");
    }

    @Test
    void lengthsCountCharactersAndNotHalves() {
        Codec<String> codec = Codecs.checked(Codecs.STRING, Rule.minLength(2), Rule.maxLength(2));
        assertThat(read(codec, "\"😀😀\"")).isEqualTo("😀😀");
        refused(codec, "\"😀\"", "expected a string of at least 2 characters, found \"😀\"");
    }

    @Test
    void numbersThatJsonDoesNotHaveKeepNoRule() {
        refused(
                Codecs.checked(Codecs.DOUBLE, Rule.minimum("0")),
                "\"Infinity\"",
                "expected a number of at least 0, found Infinity");
        refused(Codecs.checked(Codecs.DOUBLE, Rule.multipleOf("1")), "\"NaN\"", "expected a multiple of 1, found NaN");
    }

    @Test
    void elementsThatDifferInNothingButZerosAreEqual() {
        refused(
                Codecs.checked(Codecs.list(Codecs.BIG_DECIMAL), Rule.uniqueItems()),
                "[1.0,1]",
                "expected an array whose elements differ, found element 2 equal to one before");
    }

    @Test
    void aPatternIsFoundAnywhereAndItsEndIsTheEndOfTheText() {
        assertThat(read(Codecs.checked(Codecs.STRING, Rule.pattern("b")), "\"abc\""))
                .isEqualTo("abc");
        Codec<String> ended = Codecs.checked(Codecs.STRING, Rule.pattern("[$]b\\$b$"));
        assertThat(read(ended, "\"a$b$b\"")).isEqualTo("a$b$b");
        refused(ended, "\"$b$b\\n\"", "expected a string that matches [$]b\\$b$, found \"$b$b\uFFFD\"");
    }

    @Test
    void noPatternTakesForever() {
        Codec<String> evil = Codecs.checked(Codecs.STRING, Rule.pattern("^(a+)+$"));
        Codec<String> deep = Codecs.checked(Codecs.STRING, Rule.pattern("^(a|b)*$"));
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            refused(
                    evil,
                    "\"" + "a".repeat(5000) + "!\"",
                    "expected a string that matches ^(a+)+$, found \"" + "a".repeat(40) + "…\"");
            refused(
                    deep,
                    "\"" + "a".repeat(1_000_000) + "\"",
                    "expected a string that matches ^(a|b)*$, found \"" + "a".repeat(40) + "…\"");
        });
    }

    @Test
    void whatIsWrittenIsNotChecked() {
        Codec<Long> codec = Codecs.checked(Codecs.LONG, Rule.minimum("0"));
        assertThat(new String(Json.write(codec, -1L), StandardCharsets.UTF_8)).isEqualTo("-1");
    }

    @Test
    void aStepIsAboveZero() {
        assertThatThrownBy(() -> Rule.multipleOf("0")).hasMessage("a step must be above 0, and is 0");
    }

    private static <T> T read(Codec<T> codec, String text) {
        return Json.read(codec, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(Codec<?> codec, String text, String message) {
        assertThatThrownBy(() -> read(codec, text))
                .isInstanceOf(ValueException.class)
                .hasMessage(message);
    }
}
