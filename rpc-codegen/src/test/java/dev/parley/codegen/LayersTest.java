package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds who may import whom: readers fill the model, writers print it, neither knows the other. */
class LayersTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/parley/codegen");

    private static final String OWN = "dev.parley.codegen.";

    private static final int LARGEST_CYCLE = 5;

    /** Larger cycles that are right, each with the reason. */
    private static final Map<Set<String>, String> FAMILIES = Map.of();

    private static final Map<String, List<String>> FORBIDDEN = Map.of(
            "model",
                    List.of(
                            "com.sun.",
                            "javax.",
                            "com.palantir",
                            OWN + "reader",
                            OWN + "writer",
                            OWN + "check",
                            OWN + "description"),
            "reader", List.of("com.palantir", OWN + "writer", OWN + "check", OWN + "description"),
            "check", List.of("com.sun.", "javax.", "com.palantir", OWN + "reader", OWN + "writer", OWN + "description"),
            "writer",
                    List.of(
                            "com.sun.",
                            "javax.tools",
                            "javax.annotation",
                            OWN + "reader",
                            OWN + "check",
                            OWN + "description"),
            "description", List.of("com.sun.", "javax.", "com.palantir", OWN + "reader", OWN + "writer", OWN + "check"),
            "schema",
                    List.of(
                            "com.sun.",
                            "javax.",
                            "com.palantir",
                            OWN + "reader",
                            OWN + "writer",
                            OWN + "check",
                            OWN + "compare",
                            OWN + "description"),
            "compare",
                    List.of(
                            "com.sun.",
                            "javax.",
                            "com.palantir",
                            OWN + "reader",
                            OWN + "writer",
                            OWN + "check",
                            OWN + "description"),
            "exposure",
                    List.of(
                            "com.sun.",
                            "javax.",
                            "com.palantir",
                            OWN + "reader",
                            OWN + "writer",
                            OWN + "check",
                            OWN + "description"));

    @Test
    void importsFlowOneWay() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> layer : FORBIDDEN.entrySet()) {
            for (Path file : files(SOURCES.resolve(layer.getKey()))) {
                for (String line : Files.readAllLines(file)) {
                    boolean forbidden = layer.getValue().stream()
                            .anyMatch(start ->
                                    line.startsWith("import " + start) || line.startsWith("import static " + start));
                    if (forbidden) {
                        wrong.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void schemasKnowNothingOfJavaTypes() throws IOException {
        Set<String> known = Set.of("JsonPlaces", "Place", "Problem");
        for (Path file : files(SOURCES.resolve("schema"))) {
            assertThat(Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("import " + OWN))
                            .map(line -> line.replaceAll(".*\\.|;", "")))
                    .as(file.toString())
                    .isSubsetOf(known);
        }
    }

    /** Classes that refer to each other in a circle can only be understood all at once. */
    @Test
    void noTangleOfMoreThanFiveClasses() throws IOException {
        List<String> tangles = new ArrayList<>();
        for (Path folder : folders(SOURCES)) {
            for (Set<String> cycle : ClassCycles.of(folder)) {
                if (cycle.size() > LARGEST_CYCLE && !FAMILIES.containsKey(cycle)) {
                    tangles.add(SOURCES.relativize(folder) + ": " + cycle);
                }
            }
        }
        assertThat(tangles).isEmpty();
    }

    @Test
    void noMavenNoClockNoNetwork() throws IOException {
        for (Path file : files(SOURCES)) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain(
                            "org.apache.maven",
                            "Instant.now",
                            "LocalDate.now",
                            "System.currentTimeMillis",
                            "java.net.http",
                            "new Date(");
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
