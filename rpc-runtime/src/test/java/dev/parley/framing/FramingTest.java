package dev.parley.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FramingTest {
    private static final int MAX_FRAME = 40;
    private static final int MAX_DEPTH = 5;

    @Test
    void framingsHaveNames() {
        assertThat(Framings.named("line")).isSameAs(Framings.LINE);
        assertThat(Framings.named("json")).isSameAs(Framings.JSON);
        assertThat(Framings.named("length")).isSameAs(Framings.LENGTH);
        assertThatThrownBy(() -> Framings.named("xml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no framing \"xml\"; there are line, json, length");
    }

    @Test
    void bothWriteANewlineAfterEachMessage() {
        for (Framing framing : List.of(Framings.LINE, Framings.JSON)) {
            FramingSession session = framing.session(MAX_FRAME, MAX_DEPTH);
            assertThat(session.before(7)).isEmpty();
            assertThat(session.after()).containsExactly('\n');
            assertThat(session.survivesGarbage()).isEqualTo(framing == Framings.LINE);
        }
    }

    @Test
    void lengthsStandBeforeMessages() {
        FramingSession session = Framings.LENGTH.session(MAX_FRAME, MAX_DEPTH);
        assertThat(session.before(0x01020304)).containsExactly(1, 2, 3, 4);
        assertThat(session.before(255)).containsExactly(0, 0, 0, 255);
        assertThat(session.after()).isEmpty();
        assertThat(Framings.LENGTH.takesAnyBytes()).isTrue();
        assertThat(session.survivesGarbage()).isTrue();
        assertLengths("\0\0\0\3one\0\0\0\0\0\0\0\4t\nwo", "one", "", "t\nwo");
        assertLengths("\0\0\0\50" + "x".repeat(MAX_FRAME) + "\0\0\0\1y", "x".repeat(MAX_FRAME), "y");
        assertLengths("");
        String ended = "SYNTAX: the input ended within a message";
        assertLengths("\0", ended);
        assertLengths("\0\0\0\1a\0\0\0\2b", "a", ended);
    }

    @Test
    void aMessageBeyondTheLimitCostsThatMessageOnly() {
        String tooLarge = "SIZE: the message is larger than the limit of 40 bytes";
        assertLengths("\0\0\0\51" + "x".repeat(MAX_FRAME + 1) + "\0\0\0\1y", tooLarge, "y");
        assertLengths("\0\0\0\51" + "x".repeat(7), tooLarge);
        assertLengths("\177\177\177\177and what follows", tooLarge);
        Feeder feeder = feeder(Framings.LENGTH);
        byte[] largest = {-1, -1, -1, -1};
        feeder.feed(largest, 0, 4);
        byte[] part = new byte[1 << 20];
        for (int i = 0; i < 4095; i++) {
            feeder.feed(part, 0, part.length);
        }
        feeder.feed(part, 1, part.length);
        byte[] more = {0, 0, 0, 1, 'z'};
        assertThat(feeder.feed(more, 0, more.length).end()).containsExactly(tooLarge, "z");
        assertThat(feeder.largestKept()).isZero();
    }

    private static void assertLengths(String text, String... expected) {
        assertAllCuts(Framings.LENGTH, text, expected);
    }

    @Test
    void linesAreMessages() {
        assertLines("one\ntwo\n", "one", "two");
        assertLines("one\r\n\r\n\n  \n\t\r\ntwo\rx\r\n", "one", "two\rx");
        assertLines(" {\"a\": 1} \n", " {\"a\": 1} ");
        assertLines("žluťoučký\n😀\n", "žluťoučký", "😀");
        assertLines("no newline at the end", "no newline at the end");
        assertLines("a\nno newline at the end\r", "a", "no newline at the end");
        assertLines("\n\n");
        assertLines("  ");
        assertLines("");
    }

    @Test
    void aLineBeyondTheLimitCostsThatLineOnly() {
        String fits = "x".repeat(MAX_FRAME);
        String tooLong = "SIZE: the message is larger than the limit of 40 bytes";
        assertLines(fits + "\n" + fits + "\r\nb\n", fits, fits, "b");
        assertLines("a\n" + fits + "x\nb\n", "a", tooLong, "b");
        assertLines("a\n" + fits + "x\r\nb\n", "a", tooLong, "b");
        assertLines(fits + "\r\r\nb\n", tooLong, "b");
        assertLines(fits.repeat(3) + "\n" + fits.repeat(2) + "\nb", tooLong, tooLong, "b");
        assertLines(" ".repeat(MAX_FRAME + 1) + "\nb\n", tooLong, "b");
        assertLines("a\n" + fits + "x", "a", tooLong);
        assertLines("a\n" + fits.repeat(2), "a", tooLong);
        assertLines("a\n" + fits + "\r", "a", fits);
    }

    @Test
    void theRestOfATooLongLineIsNotKept() {
        Feeder feeder = new Feeder(Framings.LINE.session(1000, MAX_DEPTH).splitter(), MAX_DEPTH);
        byte[] part = "x".repeat(600).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 10_000; i++) {
            feeder.feed(part, 0, part.length);
        }
        assertThat(feeder.largestKept()).isEqualTo(600);
        byte[] end = "\nnext\n".getBytes(StandardCharsets.UTF_8);
        assertThat(feeder.feed(end, 0, end.length).results())
                .containsExactly("SIZE: the message is larger than the limit of 1000 bytes", "next");
    }

    @Test
    void jsonValuesFollowEachOther() {
        assertJson("{}{}[]", "{}", "{}", "[]");
        assertJson("{\"a\": [1, {\"b\": 2}]}\r\n\t [3]\n", "{\"a\": [1, {\"b\": 2}]}", "[3]");
        assertJson("{\"a\":\"}]\"}{\"b\":\"\\\"}\"}", "{\"a\":\"}]\"}", "{\"b\":\"\\\"}\"}");
        assertJson("{\"\\\\\":1}[\"\\\\\"]", "{\"\\\\\":1}", "[\"\\\\\"]");
        assertJson("[\"\\ud83d\\ude00😀ž\"]\"ž\"", "[\"\\ud83d\\ude00😀ž\"]", "\"ž\"");
        assertJson("[\"0123456789012345678901234567\\\"]\",1]2", "[\"0123456789012345678901234567\\\"]\",1]", "2");
        assertJson("  \r\n\t");
        assertJson("");
    }

    @Test
    void scalarsAreMessagesToo() {
        assertJson(
                "1 -2.5e+7 true\nnull\"x\"\"y\"3[4]5{}6",
                "1",
                "-2.5e+7",
                "true",
                "null",
                "\"x\"",
                "\"y\"",
                "3",
                "[4]",
                "5",
                "{}",
                "6");
        assertJson("nonsense 7", "nonsense", "7");
        assertJson("\"\"", "\"\"");
    }

    @Test
    void aByteOrderMarkAtTheStartIsSkipped() {
        assertJson("\uFEFF{}[]", "{}", "[]");
        assertJson("\uFEFF 1", "1");
        assertJson("\uFEFF");
        assertJson(" \uFEFF{}", "SYNTAX: the byte 0xef can't start a message");
        assertJson("\uFEFF\uFEFF{}", "SYNTAX: the byte 0xef can't start a message");
        assertJson("ž", "SYNTAX: the byte 0xc5 can't start a message");
        assertJson("\uFEFE{}", "SYNTAX: the byte 0xef can't start a message");
    }

    @Test
    void whatCanNeverBecomeAMessageEndsTheStream() {
        assertJson("{}@{}", "{}", "SYNTAX: '@' can't start a message");
        assertJson("1,2", "1", "SYNTAX: ',' can't start a message");
        assertJson("\0{}", "SYNTAX: the byte 0x00 can't start a message");
        assertJson("{}}{}", "{}", "SYNTAX: '}' closes nothing that is open");
        assertJson("]", "SYNTAX: ']' closes nothing that is open");
        assertJson("[}", "SYNTAX: '}' stands where ']' should close");
        assertJson("{\"a\":[[{]}", "SYNTAX: ']' stands where '}' should close");
        assertJson("[1 @ 2]", "SYNTAX: '@' can't stand outside a string");
        assertJson("[ž]", "SYNTAX: the byte 0xc5 can't stand outside a string");
        assertJson("GET / HTTP/1.1\r\n", "GET", "SYNTAX: '/' can't start a message");
    }

    @Test
    void whoeverSendsLinesMaySendAnythingElseNext() {
        assertJson("{}\n{\"a\":1}\n{\"b\":2}\r\n{}", "{}", "{\"a\":1}", "{\"b\":2}", "{}");
        assertJson("1\n {\"a\":\n[1,\n2]}\n{}\n", "1", "{\"a\":\n[1,\n2]}", "{}");
        assertJson("1\n{}{\"a\":2}[3]\n{}", "1", "{}", "{\"a\":2}", "[3]", "{}");
        assertJson("1\n{\"a\":1} \t\n{}\n", "1", "{\"a\":1}", "{}");
        assertJson("1\n\n{} 2\n[]\n", "1", "{}", "2", "[]");
        assertJson("1\n[[[[[]]]]]\n{}\n", "1", "[[[[[]]]]]", "{}");
        assertJson("1\n{}\n{]\n", "1", "{}", "SYNTAX: ']' stands where '}' should close");
        assertJson("1\n{}@\n{}\n", "1", "{}", "SYNTAX: '@' can't start a message");
        assertJson("1\n{\"a\":\n", "1", "SYNTAX: the input ended within a message");
        assertJson("1\n{\"a\":", "1", "SYNTAX: the input ended within a message");
        assertJson("1\n{\"a\":[[[[[]]]]]}\n", "1", "DEPTH: the message nests deeper than the limit of 5");
        assertJson("1\n[{\"a\":[[[[]]]]}]\n{}", "1", "[{\"a\":[[[[]]]]}]", "{}");
        assertJson("1\n[{\"a\":[[[[[]]]]]}]\n", "1", "DEPTH: the message nests deeper than the limit of 5");
        String fits = "{\"a\":" + "1".repeat(MAX_FRAME - 6) + "}";
        String tooLarge = "SIZE: the message is larger than the limit of 40 bytes";
        assertJson("1\n" + fits + "\n" + fits + "\n", "1", fits, fits);
        assertJson("1\n" + fits + " ".repeat(50) + "\n" + fits, "1", fits, fits);
        assertJson("1\n" + fits.replace("}", "1}") + "\n{}\n", "1", tooLarge, "{}");
    }

    @Test
    void bracketsInStringsAndBeforeNewlinesMisleadNobody() {
        assertJson("1\n{\"a\":\"}{\"}\n{}\n", "1", "{\"a\":\"}{\"}", "{}");
        assertJson("1\n{\"a\":\"]\"}\n{}\n", "1", "{\"a\":\"]\"}", "{}");
        assertJson("1\n{\"a\":{}\n}\n{}\n", "1", "{\"a\":{}\n}", "{}");
        assertJson("1\n[{}\n,{}\r\n]\n[]\n", "1", "[{}\n,{}\r\n]", "[]");
        assertJson("1\n{}\n[]\n\"x\"\n{}\n", "1", "{}", "[]", "\"x\"", "{}");
        assertJson("1\n{} {}\n{} \n{}\n", "1", "{}", "{}", "{}", "{}");
    }

    @Test
    void anInputThatEndsWithinAMessageIsSaidSo() {
        String ended = "SYNTAX: the input ended within a message";
        assertJson("{}[1", "{}", ended);
        assertJson("\"abc", ended);
        assertJson("\"abc\\", ended);
        assertJson("{\"a\":{}", ended);
    }

    @Test
    void jsonBeyondTheSizeLimitCostsThatMessageOnly() {
        String tooLarge = "SIZE: the message is larger than the limit of 40 bytes";
        String fits = "[" + "1".repeat(MAX_FRAME - 2) + "]";
        String word = "1".repeat(MAX_FRAME);
        assertJson(fits + "1", fits, "1");
        assertJson("1" + fits.replace("]", "1]") + "2", "1", tooLarge, "2");
        assertJson("\"" + "x".repeat(MAX_FRAME - 2) + "\" 1", "\"" + "x".repeat(MAX_FRAME - 2) + "\"", "1");
        assertJson("\"" + "x".repeat(MAX_FRAME - 1) + "\" 1", tooLarge, "1");
        assertJson("[\"" + "]\\\"".repeat(MAX_FRAME) + "\"]{}\n[1]", tooLarge, "{}", "[1]");
        assertJson("[" + "1,".repeat(MAX_FRAME) + "]]", tooLarge, "SYNTAX: ']' closes nothing that is open");
        assertJson("[" + "1,".repeat(MAX_FRAME) + "}", tooLarge, "SYNTAX: '}' stands where ']' should close");
        assertJson(
                "[" + "1,".repeat(MAX_FRAME) + "[[[[[[[",
                tooLarge,
                "DEPTH: the message nests deeper than the limit of 5");
        assertJson("\"" + "x".repeat(MAX_FRAME - 2) + "\\\"", tooLarge);
        assertJson(word, word);
        assertJson(word + "[]" + word + "\n", word, "[]", word);
        assertJson(word + "1", tooLarge);
        assertJson("[[[[[]]]]]", "[[[[[]]]]]");
        assertJson("{\"a\":[[[[]]]]}", "{\"a\":[[[[]]]]}");
        assertJson("{\"a\":[[[[{}]]]]}", "DEPTH: the message nests deeper than the limit of 5");
    }

    @Test
    void theArrayOfABatchIsNoLevelOfItsMessages() {
        assertJson("[[[[{[]}]]]]", "[[[[{[]}]]]]");
        assertJson("[[[[{[[]]}]]]]", "DEPTH: the message nests deeper than the limit of 5");
        assertJson("[{\"a\":[[[[]]]]},{}]{}", "[{\"a\":[[[[]]]]},{}]", "{}");
        assertJson("[]{\"a\":[[[[[]]]]]}", "[]", "DEPTH: the message nests deeper than the limit of 5");
    }

    @Test
    void aMegabyteOfOpenBracketsIsRefusedAtTheLimitOrFollowedForLittle() {
        byte[] brackets = "[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        assertThat(new Feeder(Framings.JSON.session(1 << 22, 128).splitter(), 128)
                        .feed(brackets, 0, brackets.length)
                        .end())
                .containsExactly("DEPTH: the message nests deeper than the limit of 128");
        assertThat(new Feeder(Framings.JSON.session(1 << 22, 1 << 21).splitter(), 1 << 21)
                        .feed(brackets, 0, brackets.length)
                        .end())
                .containsExactly("SYNTAX: the input ended within a message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "json"})
    void bytesThatWereSeenAreNotSeenAgain(String name) throws Exception {
        Splitter splitter = Framings.named(name).session(1 << 30, 128).splitter();
        byte[] bytes = new byte[4 << 20];
        Arrays.fill(bytes, (byte) 'x');
        bytes[0] = '"';
        long start = System.nanoTime();
        for (int end = 0; end < bytes.length; end += 16) { // quadratic work would take minutes
            assertThat(splitter.find(bytes, 0, end, false)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static void assertLines(String text, String... expected) {
        assertAllCuts(Framings.LINE, text, expected);
    }

    private static void assertJson(String text, String... expected) {
        assertAllCuts(Framings.JSON, text, expected);
    }

    /** Whole, in two parts at each place, in three at each two places, and byte by byte. */
    private static void assertAllCuts(Framing framing, String text, String... expected) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                Feeder feeder = feeder(framing);
                feeder.feed(bytes, 0, first).feed(bytes, first, second).feed(bytes, second, bytes.length);
                assertThat(feeder.end())
                        .as("%s cut at %d and %d", text, first, second)
                        .containsExactly(expected);
            }
        }
        Feeder feeder = feeder(framing);
        for (int i = 0; i < bytes.length; i++) {
            feeder.feed(bytes, i, i + 1);
        }
        assertThat(feeder.end()).as("%s byte by byte", text).containsExactly(expected);
    }

    private static Feeder feeder(Framing framing) {
        return new Feeder(framing.session(MAX_FRAME, MAX_DEPTH).splitter(), MAX_DEPTH);
    }
}
