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
 * Which package may use which, read off the sources: imports, and qualified names in the text. When the design changes,
 * this changes first.
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
            Map.entry("transport", Set.of("framing", "log")),
            Map.entry("transport.life", Set.of("transport")),
            Map.entry("transport.netty", Set.of("transport.life")),
            Map.entry("transport.memory", Set.of("transport.life")),
            Map.entry("transport.socket", Set.of("transport.netty")),
            Map.entry("serializer", Set.of("message")),
            Map.entry("serializer.json", Set.of("serializer")),
            Map.entry("serializer.token", Set.of("serializer.json")),
            Map.entry("serializer.jackson", Set.of("serializer.token")),
            Map.entry("serializer.binary", Set.of("serializer.token")),
            Map.entry("codec", Set.of("serializer.json")),
            Map.entry("codec.databind", Set.of("codec", "serializer.token")),
            Map.entry("thread", Set.of()),
            Map.entry("log", Set.of()),
            Map.entry("contract", Set.of("codec", "thread")),
            Map.entry("proxy", Set.of("contract")),
            Map.entry("extension", Set.of("proxy")),
            Map.entry("call", Set.of("contract", "log")),
            Map.entry("dispatch", Set.of("call")),
            Map.entry("link", Set.of("call", "extension", "transport")),
            Map.entry("peer", Set.of("link", "dispatch")),
            Map.entry("description", Set.of("peer")));

    /** What users see, and why. All other packages are shared by their siblings only. */
    private static final Map<String, String> EXPORTED = Map.ofEntries(
            Map.entry("annotation", "users annotate their interfaces"),
            Map.entry("codec", "generated code and hand-written codecs"),
            Map.entry("codec.databind", "generated code falls back to it; tests compare with its mapper"),
            Map.entry("contract", "generated code; exceptions, interceptors and contexts of users"),
            Map.entry("description", "users publish the description with it"),
            Map.entry("dispatch", "users of a server of their own"),
            Map.entry("extension", "who writes an extension"),
            Map.entry("frame", "who writes a transport, a framing or a serializer"),
            Map.entry("framing", "who writes a transport or a framing"),
            Map.entry("message", "users choose a dialect; who writes a serializer"),
            Map.entry("peer", "users start servers and clients"),
            Map.entry("proxy", "generated clients, and whoever passes calls on"),
            Map.entry("serializer", "who writes a serializer or a codec"),
            Map.entry("serializer.binary", "users choose CBOR or Smile"),
            Map.entry("serializer.jackson", "users choose it"),
            Map.entry("serializer.json", "users choose it"),
            Map.entry("transport", "who writes a transport"));

    /** Sealed families whose members know each other. */
    private static final Map<String, String> FAMILIES = Map.of();

    private static final int LARGEST_CYCLE = 5;

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
    void everyExportedPackageHasItsReason() throws IOException {
        Matcher exports = Pattern.compile("exports dev\\.parley\\.([a-z.]+);")
                .matcher(Files.readString(SOURCES.resolve("module-info.java")));
        Set<String> exported = new TreeSet<>();
        while (exports.find()) {
            exported.add(exports.group(1));
        }
        assertThat(exported).isEqualTo(new TreeSet<>(EXPORTED.keySet()));
    }

    @Test
    void noPackageIsATangle() {
        Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
        for (Path file : files()) {
            if (!file.endsWith("package-info.java")) {
                packages.computeIfAbsent(packageOf(file), key -> new TreeMap<>())
                        .put(className(file), Set.of());
            }
        }
        for (Path file : files()) {
            Map<String, Set<String>> classes = packages.get(packageOf(file));
            if (classes != null && classes.containsKey(className(file))) {
                Set<String> used = new TreeSet<>(classes.keySet());
                used.retainAll(List.of(code(file).split("\\W+")));
                used.remove(className(file));
                classes.put(className(file), used);
            }
        }
        List<String> tangles = new ArrayList<>();
        packages.forEach((name, classes) -> Cycles.of(classes).stream()
                .filter(cycle -> cycle.size() > LARGEST_CYCLE && !FAMILIES.containsKey(name))
                .forEach(cycle -> tangles.add(name + ": " + cycle)));
        assertThat(tangles).isEmpty();
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    @Test
    void jacksonAndNettyStayWhereTheyBelong() {
        assertThat(uses(JACKSON).keySet())
                .allSatisfy(file -> assertThat(packageOf(file))
                        .isIn("serializer.token", "serializer.jackson", "serializer.binary", "codec.databind"));
        assertThat(uses(NETTY).keySet())
                .allSatisfy(file -> assertThat(packageOf(file)).isIn("transport.netty", "transport.socket"));
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
