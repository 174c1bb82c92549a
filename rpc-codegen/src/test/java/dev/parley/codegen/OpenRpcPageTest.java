package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on documents names every key that the reader of documents has. */
class OpenRpcPageTest {
    private static final Path READER = Path.of("src/main/java/dev/parley/codegen/reader/openrpc");
    private static final Pattern SAID =
            Pattern.compile("(?:mistake|untyped|note|Finding)\\(\\s*(?:true, )?\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everyKeyStandsOnThePage() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.list(READER)) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        SortedSet<String> said = found(SAID, sources);
        assertThat(said).hasSizeGreaterThan(10);
        String page = Files.readString(Path.of("../docs/openrpc.md"));
        assertThat(said).allSatisfy(key -> assertThat(page).contains("[" + key + "](checks/" + key + ".md)"));
    }

    private static SortedSet<String> found(Pattern pattern, CharSequence text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
