package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every key has its page, every page its key; and what a page shows is what the generator says. */
class CheckPagesTest {
    private static final Path PAGES = Path.of("../docs/checks");
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/dev/parley/codegen"), Path.of("../rpc-maven-plugin/src/main/java"));

    private static final Pattern KEY = Pattern.compile(
            "(?:Problem\\.(?:error|warning|note)\\(|Severity\\.ERROR,|(?:KEY|UNRESOLVED) =|text,)\\s*\"([a-z]+(?:-[a-z]+)+)\""
                    + "|\"\\[([a-z]+(?:-[a-z]+)+)\\]"
                    + "|(?:mistake|untyped|warning|note)\\(\\s*\"([a-z]+(?:-[a-z]+)+)\"");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|json|text|xml)\n(.*?)```");
    private static final Pattern OPTIONAL = Pattern.compile("<optionalMember>(.*)</optionalMember>");
    private static final Pattern FILE = Pattern.compile("(?m)^// (\\S+\\.java)\n");

    @TempDir
    Path folder;

    @Test
    void everyKeyHasItsPageAndEveryPageItsKey() throws IOException {
        assertThat(pages()).containsExactlyElementsOf(keys());
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        SortedSet<String> linked = new TreeSet<>();
        Matcher link = Pattern.compile("\\[([a-z-]+)]\\(checks/\\1\\.md\\)")
                .matcher(Files.readString(Path.of("../docs/checks.md")));
        while (link.find()) {
            linked.add(link.group(1));
        }
        assertThat(linked).containsExactlyElementsOf(pages());
    }

    @TestFactory
    Stream<DynamicTest> everyPageShowsTheMistakeItsMessageAndTheWayOut() throws IOException {
        return pages().stream().map(key -> DynamicTest.dynamicTest(key, () -> check(key)));
    }

    private void check(String key) throws IOException {
        String page = Files.readString(PAGES.resolve(key + ".md"));
        assertThat(page).startsWith("# " + key + "\n");
        List<String> mistakes = new ArrayList<>();
        List<List<String>> examples = new ArrayList<>();
        List<String> optional = List.of();
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            if (block.group(1).equals("xml")) {
                optional = OPTIONAL.matcher(block.group(2))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
            } else if (block.group(1).equals("text")) {
                mistakes.add(block.group(2).replace("\n", " ").strip());
            } else if (block.group(1).equals("json")) {
                examples.add(ofDocument(folder.resolve(key + examples.size()), block.group(2), optional));
                optional = List.of();
            } else {
                examples.add(problems(folder.resolve(key + examples.size()), block.group(2)));
            }
        }
        assertThat(mistakes).as("message").hasSize(1);
        if (Boolean.getBoolean("parley.golden.write") && page.contains("```json")) {
            Files.writeString(
                    PAGES.resolve(key + ".md"),
                    page.replaceFirst(
                            "(?s)```text\n.*?\n```",
                            Matcher.quoteReplacement(
                                    "```text\n" + wrapped(examples.get(0).get(0)) + "\n```")));
            return;
        }
        assertThat(mistakes.get(0)).contains("[" + key + "] ");
        if (!examples.isEmpty()) {
            assertThat(examples).as("mistake and way out").hasSize(2);
            assertThat(examples.get(0)).contains(mistakes.get(0));
            assertThat(examples.get(1)).isEmpty();
        }
    }

    private static String wrapped(String message) {
        return message.replaceAll("(.{1,117})(?: |$)", "$1\n").strip();
    }

    private static List<String> ofDocument(Path folder, String text, List<String> optional) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve("api.json"), text);
        GenerationRequest request = new GenerationRequest(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                StandardCharsets.UTF_8,
                "17",
                true,
                true,
                List.of(new DocumentRequest(file, "api", "", false, true, optional, false)));
        return Generator.generate(request).problems().stream()
                .map(problem ->
                        problem.severity() + " " + problem.place().file().getFileName() + ":["
                                + problem.place().line() + "," + problem.place().column() + "] [" + problem.key() + "] "
                                + problem.text())
                .toList();
    }

    private static List<String> problems(Path folder, String text) {
        Project project = new Project(folder);
        Matcher file = FILE.matcher(text);
        if (!file.find()) {
            return add(project, "a/Api.java", text).generate().problems();
        }
        boolean more = true;
        while (more) {
            String path = file.group(1);
            int from = file.end();
            more = file.find();
            add(project, path, text.substring(from, more ? file.start() : text.length()));
        }
        return project.generate().problems();
    }

    // In front of the first line, so that the lines of the text are those that a message counts.
    private static Project add(Project project, String path, String text) {
        String packageName = path.substring(0, path.lastIndexOf('/')).replace('/', '.');
        return project.add(
                path,
                "package " + packageName
                        + "; import dev.parley.annotation.*; import dev.parley.codec.*; import dev.parley.codec.JsonValue;"
                        + " import dev.parley.serializer.*;"
                        + " import com.fasterxml.jackson.annotation.*; import java.util.*;"
                        + " import org.jspecify.annotations.Nullable; " + text);
    }

    private static SortedSet<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            SortedSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.md$", "")));
            return names;
        }
    }

    private static SortedSet<String> keys() throws IOException {
        SortedSet<String> keys = new TreeSet<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(CheckPagesTest::isAboutInput).toList()) {
                    Matcher key = KEY.matcher(Files.readString(file));
                    while (key.find()) {
                        IntStream.rangeClosed(1, key.groupCount())
                                .mapToObj(key::group)
                                .filter(Objects::nonNull)
                                .forEach(keys::add);
                    }
                }
            }
        }
        return keys;
    }

    /** What is said of releases stands on other pages: {@code ChangePagesTest}. */
    private static boolean isAboutInput(Path file) {
        return file.toString().endsWith(".java")
                && !file.endsWith("ReleaseCheck.java")
                && !file.endsWith("WaiverFile.java")
                && !file.endsWith("CheckMojo.java");
    }
}
