package dev.parley.codegen.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.model.Constraint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page says of every word of JSON Schema what the reader does with it. */
class WordsTest {
    @Test
    void thePageSaysWhatBecomesOfEveryWord() throws IOException {
        assertThat(row("honoured")).containsExactlyElementsOf(sorted(Words.HONOURED));
        assertThat(row("checked")).containsExactlyElementsOf(sorted(Words.CHECKED));
        assertThat(row("for people")).containsExactlyElementsOf(sorted(Words.DOCUMENTATION));
        assertThat(row("not checked")).containsExactlyElementsOf(sorted(Words.UNCHECKED));
        assertThat(row("refused")).containsExactlyElementsOf(sorted(Words.REFUSED.keySet()));
    }

    @Test
    void whatIsCalledCheckedIsWhatConstraintsKnow() {
        Set<String> known = Arrays.stream(Constraint.Word.values())
                .map(Constraint.Word::wireName)
                .filter(word -> !word.equals("enum"))
                .collect(Collectors.toSet());
        assertThat(Words.CHECKED).containsExactlyInAnyOrderElementsOf(known);
    }

    private static SortedSet<String> sorted(Collection<String> words) {
        return new TreeSet<>(words);
    }

    private static SortedSet<String> row(String title) throws IOException {
        Matcher row = Pattern.compile("(?m)^\\| " + title + " \\|(.*)\\|$")
                .matcher(Files.readString(Path.of("../docs/openrpc.md")));
        assertThat(row.find()).as(title).isTrue();
        SortedSet<String> words = new TreeSet<>();
        Matcher word = Pattern.compile("`([^`]+)`").matcher(row.group(1));
        while (word.find()) {
            words.add(word.group(1));
        }
        return words;
    }
}
