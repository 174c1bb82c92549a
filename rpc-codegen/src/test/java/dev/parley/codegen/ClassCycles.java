package dev.parley.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The classes of one package that refer to each other in a circle, found by names in their source text. */
final class ClassCycles {
    private static final Pattern NO_CODE =
            Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*|\"(?:\\\\.|[^\"\\\\\n])*\"|(?m:^import .*$)");
    private static final Pattern IMPORTED = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);");
    private static final Pattern NESTED = Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

    private final SortedMap<String, SortedSet<String>> references = new TreeMap<>();

    private ClassCycles(Path folder) throws IOException {
        SortedMap<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java") && !name.equals("package-info.java")) {
                    sources.put(name.replace(".java", ""), Files.readString(file));
                }
            }
        }
        sources.forEach((name, text) -> references.put(name, references(name, text, sources.keySet())));
    }

    /** The largest sets of classes of a folder in which each refers to each other, directly or not. */
    static List<SortedSet<String>> of(Path folder) throws IOException {
        return new ClassCycles(folder).cycles();
    }

    private static SortedSet<String> references(String own, String text, Set<String> all) {
        SortedSet<String> names = found(NAME, NO_CODE.matcher(text).replaceAll(" "));
        names.retainAll(all);
        names.removeAll(found(IMPORTED, text));
        names.removeAll(found(NESTED, text));
        names.remove(own);
        return names;
    }

    private static SortedSet<String> found(Pattern pattern, String text) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private List<SortedSet<String>> cycles() {
        Map<String, Set<String>> reached = new TreeMap<>();
        references.keySet().forEach(name -> reached.put(name, reachedFrom(name)));
        SortedMap<String, SortedSet<String>> cycles = new TreeMap<>();
        reached.forEach((name, others) -> {
            SortedSet<String> circle = new TreeSet<>(others);
            circle.removeIf(other -> !reached.get(other).contains(name));
            if (circle.size() > 1) {
                cycles.put(circle.first(), circle);
            }
        });
        return List.copyOf(cycles.values());
    }

    private Set<String> reachedFrom(String name) {
        Set<String> seen = new TreeSet<>();
        Deque<String> left = new ArrayDeque<>(references.get(name));
        while (!left.isEmpty()) {
            String next = left.remove();
            if (seen.add(next)) {
                left.addAll(references.get(next));
            }
        }
        return seen;
    }
}
