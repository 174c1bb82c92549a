package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.compare.Level;
import dev.parley.codegen.compare.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule has its page, every page its rule; and what a page shows is what the comparison says. A page shows the old
 * service, the new one, all that is said of the two, and, where something breaks, a new one that stays compatible. {@code
 * -Dparley.golden.write=true} writes what is said.
 */
class ChangePagesTest {
    private static final Path PAGES = Path.of("../docs/changes");
    private static final Path INDEX = Path.of("../docs/changes.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|json|text)\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\| \\[([a-z-]+)]\\(changes/\\1\\.md\\) \\| (\\w*) \\|");
    private static final Pattern NAME = Pattern.compile("public interface (\\w+)");
    private static final String IMPORTS = "package a; import dev.parley.annotation.*;"
            + " import com.fasterxml.jackson.annotation.*; import java.util.*;"
            + " import org.jspecify.annotations.Nullable; ";

    @TempDir
    Path folder;

    @Test
    void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(keys());
        }
    }

    @Test
    void theIndexNamesEveryRuleAndWhatItBreaks() throws IOException {
        List<String> said = new ArrayList<>();
        Matcher link = LINK.matcher(Files.readString(INDEX));
        while (link.find()) {
            said.add(link.group(1) + " " + link.group(2));
        }
        assertThat(said)
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> rule.key() + " "
                                + rule.breaks().map(Level::name).orElse(""))
                        .toList());
    }

    @Test
    void theIndexNamesAllElseThatIsSaid() throws IOException {
        Path folder = Path.of("src/main/java/dev/parley/codegen");
        String source = Files.readString(folder.resolve("ReleaseCheck.java"))
                + Files.readString(folder.resolve("compare/WaiverFile.java"));
        SortedSet<String> keys = new TreeSet<>();
        Matcher key = Pattern.compile("(?:Severity\\.\\w+, |Problem\\.\\w+\\()\"([a-z-]+)\"")
                .matcher(source.replaceAll("\\s+", " "));
        while (key.find()) {
            keys.add(key.group(1));
        }
        assertThat(keys).hasSize(5);
        keys.add("no-baseline");
        String index = Files.readString(INDEX);
        assertThat(keys).allSatisfy(each -> assertThat(index).contains("`" + each + "`"));
    }

    @TestFactory
    Stream<DynamicTest> everyPageShowsTheChangeItsMessageAndTheWayOut() {
        return Arrays.stream(Rule.values()).map(rule -> DynamicTest.dynamicTest(rule.key(), () -> check(rule)));
    }

    private void check(Rule rule) throws IOException {
        Path file = PAGES.resolve(rule.key() + ".md");
        String page = Files.readString(file);
        String breaks = rule.breaks().map(level -> "Breaks: " + level).orElse("Breaks nothing");
        assertThat(page).startsWith("# " + rule.key() + "\n\n" + breaks + ".");
        List<GenerationRequest> examples = new ArrayList<>();
        String said = "";
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(1).equals("text")) {
                said = block.group(2);
            } else {
                Path project = folder.resolve(rule.key() + examples.size());
                examples.add(example(project, block.group(1), block.group(2)));
            }
        }
        assertThat(examples).hasSize(rule.breaks().isPresent() ? 3 : 2);
        List<String> messages = messages(compare(examples.get(0), examples.get(1)));
        String actual = messages.stream().map(line -> line + "\n").collect(Collectors.joining());
        if (Boolean.getBoolean("parley.golden.write")) {
            Files.writeString(file, page.replace("```text\n" + said + "```", "```text\n" + actual + "```"));
            said = actual;
        }
        assertThat(actual).isEqualTo(said);
        assertThat(messages)
                .anySatisfy(message -> assertThat(message)
                        .startsWith(rule.breaks().isPresent() ? "ERROR" : "NOTE")
                        .contains("[" + rule.key() + "] "));
        if (rule.breaks().isPresent()) {
            assertThat(compare(examples.get(0), examples.get(2)).changes())
                    .allSatisfy(change -> assertThat(change.rule().breaks()).isEmpty());
        }
    }

    private static GenerationRequest example(Path folder, String language, String text) throws IOException {
        Project project = new Project(folder);
        if (language.equals("java")) {
            // In front of the first line, so that the lines of the text are those that a message counts.
            Matcher name = NAME.matcher(text);
            assertThat(name.find()).as(text).isTrue();
            return project.add("a/" + name.group(1) + ".java", IMPORTS + text).request();
        }
        Files.createDirectories(folder.resolve("src"));
        Path file = Files.writeString(folder.resolve("api.json"), text);
        return new GenerationRequest(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Project.classPath(),
                List.of(),
                StandardCharsets.UTF_8,
                "17",
                true,
                true,
                List.of(new DocumentRequest(file, "a")));
    }

    private static CheckResult compare(GenerationRequest before, GenerationRequest after) {
        return ReleaseCheck.run(new CheckRequest(
                after,
                new Baseline.Sources("1.0", before),
                null,
                EnumSet.allOf(Level.class),
                LocalDate.of(2026, 1, 31)));
    }

    private static List<String> messages(CheckResult result) {
        return result.problems().stream()
                .map(problem -> problem.severity() + " "
                        + (problem.place().file() == null
                                ? ""
                                : problem.place().file().getFileName() + ":["
                                        + problem.place().line() + ","
                                        + problem.place().column() + "] ")
                        + "[" + problem.key() + "] " + problem.text())
                .toList();
    }

    private static List<String> keys() {
        return Arrays.stream(Rule.values()).map(Rule::key).toList();
    }
}
