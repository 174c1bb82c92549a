package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on documents names every key that the reader of documents has. */
class OpenRpcPageTest {
    private static final List<Path> READERS = List.of(
            Path.of("src/main/java/dev/parley/codegen/reader/openrpc"),
            Path.of("src/main/java/dev/parley/codegen/schema"));
    private static final Pattern SAID =
            Pattern.compile("(?:mistake|untyped|warning|note|Finding)\\(\\s*(?:true, )?\"([a-z]+(?:-[a-z]+)+)\"");

    @Test
    void everyKeyStandsOnThePage() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path folder : READERS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    sources.append(Files.readString(file));
                }
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
