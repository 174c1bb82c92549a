package dev.parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom, read off the sources: imports, and qualified names in the text. When the design changes, this
 * changes first.
 */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern OURS = Pattern.compile("\\bdev\\.parley\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");
    private static final Pattern JACKSON = Pattern.compile("\\b(tools\\.jackson|com\\.fasterxml)\\.");
    private static final Pattern NETTY = Pattern.compile("\\bio\\.netty\\.");

    /** Each package and what it may use directly; what those may use in turn comes with it. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("annotation", Set.of()),
            Map.entry("frame", Set.of()),
            Map.entry("message", Set.of("frame")),
            Map.entry("framing", Set.of("frame")),
            Map.entry("transport", Set.of("framing")),
            Map.entry("transport.memory", Set.of("transport")),
            Map.entry("transport.socket", Set.of("transport")),
            Map.entry("serializer", Set.of("message")),
            Map.entry("serializer.json", Set.of("serializer")),
            Map.entry("serializer.token", Set.of("serializer.json")),
            Map.entry("serializer.jackson", Set.of("serializer.token")),
            Map.entry("serializer.binary", Set.of("serializer.token")),
            Map.entry("codec", Set.of("serializer.json")),
            Map.entry("codec.databind", Set.of("codec", "serializer.token")),
            Map.entry("contract", Set.of("codec")),
            Map.entry("proxy", Set.of("contract")),
            Map.entry("dispatch", Set.of("contract")),
            Map.entry("peer", Set.of("proxy", "dispatch", "transport")),
            Map.entry("description", Set.of("peer")));

    @Test
    void importsFlowOneWay() {
        List<String> wrong = new ArrayList<>();
        uses(OURS).forEach((file, used) -> {
            Set<String> allowed = reachable(packageOf(file));
            used.stream()
                    .filter(other -> !allowed.contains(other))
                    .forEach(other -> wrong.add(file + " may not use dev.parley." + other));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInTheDesign() {
        Set<String> packages = new TreeSet<>();
        files().forEach(file -> packages.add(packageOf(file)));
        assertThat(MAY_USE.keySet()).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void jacksonAndNettyStayWhereTheyBelong() {
        assertThat(uses(JACKSON).keySet())
                .allSatisfy(file -> assertThat(packageOf(file))
                        .isIn("serializer.token", "serializer.jackson", "serializer.binary", "codec.databind"));
        assertThat(uses(NETTY).keySet())
                .allSatisfy(file -> assertThat(packageOf(file)).isEqualTo("transport.socket"));
    }

    @Test
    void nothingOnTheWayOfACallReflects() {
        Pattern reflection = Pattern.compile("java\\.lang\\.reflect|Class\\.forName|sun\\.misc|setAccessible");
        assertThat(uses(reflection).keySet())
                .as("DatabindCodec is the fall-back for what the generator could not treat")
                .allSatisfy(file -> assertThat(file).endsWith(Path.of("DatabindCodec.java")));
    }

    private static Set<String> reachable(String from) {
        Set<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (found.add(next)) {
                open.addAll(MAY_USE.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** The files that a pattern is found in, each with what the pattern's first group matched. */
    private static Map<Path, Set<String>> uses(Pattern pattern) {
        Map<Path, Set<String>> uses = new TreeMap<>();
        files().forEach(file -> {
            Matcher matcher = pattern.matcher(code(file));
            while (matcher.find()) {
                String used = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                if (!(matcher.groupCount() > 0 && used.equals(packageOf(file)))) {
                    uses.computeIfAbsent(file, key -> new TreeSet<>()).add(used);
                }
            }
        });
        return uses;
    }

    /** Comments may name anything: Javadoc tells callers of what is above. */
    private static String code(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageOf(Path file) {
        return SOURCES.resolve("dev/parley")
                .relativize(file.getParent())
                .toString()
                .replace('/', '.');
    }

    private static List<Path> files() {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
