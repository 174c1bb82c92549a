package dev.parley.codegen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcmaPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^0x[0-9a-fA-F]{40}$",
                "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)?$",
                "^xrn:firebolt:capability:([a-z0-9\\-]+)((:[a-z0-9\\-]+)?)$",
                "[a-zA-Z]+\\:on[A-Z]",
                "^(?!a)\\d\\w\\D\\W$",
                "a{2}b{2,}c{2,3}?",
            })
    void whatMeansTheSameStaysAsItIs(String pattern) {
        assertThat(EcmaPattern.toJava(pattern)).contains(pattern);
    }

    @Test
    void whatJavaReadsOtherwiseIsSaidOtherwise() {
        assertThat(EcmaPattern.toJava("a.b")).contains("a[^\\n\\r\\u2028\\u2029]b");
        assertThat(EcmaPattern.toJava("[[a&&b^]")).contains("[\\[a\\&\\&b\\^]");
        assertThat(EcmaPattern.toJava("[^]")).contains("[\\x{0}-\\x{10ffff}]");
        assertThat(EcmaPattern.toJava("a{,3}{x}]")).contains("a\\{,3}\\{x}\\]");
        assertThat(EcmaPattern.toJava("[]")).contains("(?!)");
        assertThat(EcmaPattern.toJava("\\v\\x41\\u0042")).contains("\\x0b\\x41\\u0042");
        assertThat(Pattern.compile(EcmaPattern.toJava("^\\s$").orElseThrow())
                        .matcher("\ufeff")
                        .find())
                .isTrue();
        assertThat(Pattern.compile(EcmaPattern.toJava("^[\\sx]$").orElseThrow())
                        .matcher("\u3000")
                        .find())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<=a)b",
                "(?<name>a)",
                "(a)\\1",
                "\\bword",
                "\\p{L}",
                "\\cA",
                "a*+",
                "(a",
                "a)",
                "[a",
                "\\",
                "\\A",
                "\\u{61}",
                "\\x4",
                "[\\S]",
                "*a",
                "[b-a]"
            })
    void whatJavaCannotSayIsNoPattern(String pattern) {
        assertThat(EcmaPattern.toJava(pattern)).isEmpty();
    }
}
