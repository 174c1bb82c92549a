package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which new methods are which old ones: by name; by prefix; else by what they take and give. */
final class MethodPairs {
    private final Map<String, Located> before;
    private final Map<String, Located> after;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> renamed = new LinkedHashSet<>();
    private final @Nullable Prefixes prefixes;

    /** What all names started with, and what they start with now. */
    record Prefixes(String before, String after) {}

    MethodPairs(Map<String, Located> before, Map<String, Located> after) {
        this.before = before;
        this.after = after;
        before.keySet().stream().filter(after::containsKey).forEach(name -> names.put(name, name));
        this.prefixes = names.isEmpty() ? findPrefixes() : null;
        if (prefixes == null) {
            findRenamed();
        }
    }

    Optional<Prefixes> prefixes() {
        return Optional.ofNullable(prefixes);
    }

    /** The method that an old one is now; null when it is gone. */
    @Nullable
    Located same(String old) {
        String name = names.get(old);
        return name == null ? null : after.get(name);
    }

    /** Whether an old method has another name of its own. */
    boolean isRenamed(String old) {
        return renamed.contains(old);
    }

    /** The names of methods that no old one is. */
    List<String> added() {
        return after.keySet().stream()
                .filter(name -> !names.containsValue(name))
                .toList();
    }

    // Characters that all names have in common after the prefix, such as a dot, are part of it.
    private @Nullable Prefixes findPrefixes() {
        Prefixes found = findDifference();
        while (found != null && (isNext(found, '.') || isNext(found, '_'))) {
            String first = before.keySet().iterator().next();
            char next = first.charAt(found.before().length());
            found = new Prefixes(found.before() + next, found.after() + next);
        }
        return found;
    }

    private boolean isNext(Prefixes found, char c) {
        return before.keySet().stream().allMatch(name -> name.startsWith(found.before() + c));
    }

    private @Nullable Prefixes findDifference() {
        if (before.size() < 2) {
            return null;
        }
        String first = before.keySet().iterator().next();
        for (int at = 0; at < first.length(); at++) {
            String own = first.substring(at);
            for (String name : after.keySet()) {
                if (name.endsWith(own)) {
                    Prefixes found =
                            new Prefixes(first.substring(0, at), name.substring(0, name.length() - own.length()));
                    if (holds(found)) {
                        before.keySet().forEach(old -> names.put(old, replaced(old, found)));
                        return found;
                    }
                }
            }
        }
        return null;
    }

    private boolean holds(Prefixes found) {
        return before.keySet().stream()
                .allMatch(old -> old.startsWith(found.before()) && after.containsKey(replaced(old, found)));
    }

    private static String replaced(String old, Prefixes found) {
        return found.after() + old.substring(found.before().length());
    }

    private void findRenamed() {
        Map<JsonNode, List<String>> gone = byShape(before);
        Map<JsonNode, List<String>> come = byShape(after);
        gone.forEach((shape, old) -> {
            List<String> now = come.getOrDefault(shape, List.of());
            if (old.size() == 1 && now.size() == 1) {
                names.put(old.get(0), now.get(0));
                renamed.add(old.get(0));
            }
        });
    }

    /** The methods that have no counterpart yet, by all that is said of them but their names and texts. */
    private Map<JsonNode, List<String>> byShape(Map<String, Located> methods) {
        boolean old = methods == before;
        return methods.keySet().stream()
                .filter(name -> old ? !names.containsKey(name) : !names.containsValue(name))
                .collect(Collectors.groupingBy(
                        name -> shape(methods.get(name)), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static JsonNode shape(Located method) {
        var shape = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        method.members().forEach((word, value) -> {
            if (!word.equals("name") && !word.equals("tags") && !word.equals("examples")) {
                shape.set(word, value.node());
            }
        });
        return LimitWords.bare(shape);
    }
}
