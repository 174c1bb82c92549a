package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Easing;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Report;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members that a document requires and its user doesn't, because the other end leaves them out or sends null: patterns
 * such as {@code TransactionInfo.block*}. The part before the dot is the component or the method that the requirement
 * lies in; for a file that is one schema, the file's name without its extension.
 */
final class OptionalMembers implements Easing {
    private static final Set<String> STRUCTURE = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "items",
            "prefixItems",
            "allOf",
            "oneOf",
            "anyOf",
            "schema",
            "required");

    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Report report;

    OptionalMembers(List<String> patterns, Report report) {
        patterns.forEach(each -> this.patterns.put(each, Pattern.compile(glob(each))));
        this.report = report;
    }

    private static String glob(String pattern) {
        return "\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E";
    }

    @Override
    public boolean contains(Located required) {
        return pattern(required) != null;
    }

    @Override
    public void use(Located required) {
        String pattern = Objects.requireNonNull(pattern(required));
        used.add(pattern);
        report.note(
                "optional-member",
                required,
                "requires \"" + required.node().stringValue() + "\", which may be missing or null by the pattern \""
                        + pattern + "\".");
    }

    /** Finds the patterns that did nothing. */
    void checkUse(Located root) {
        List<String> unused =
                patterns.keySet().stream().filter(each -> !used.contains(each)).toList();
        if (!unused.isEmpty()) {
            report.mistake(
                    "unused-pattern",
                    root,
                    "requires no member that is named by " + quoted(unused)
                            + ". Correct it, as COMPONENT.member or METHOD.member with * for any text, or remove it.");
        }
    }

    private static String quoted(List<String> patterns) {
        return patterns.stream().map(each -> '"' + each + '"').collect(Collectors.joining(" or "));
    }

    private @Nullable String pattern(Located required) {
        if (patterns.isEmpty()) {
            return null;
        }
        String name = owner(required) + "." + required.node().stringValue();
        return patterns.entrySet().stream()
                .filter(each -> each.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static String owner(Located at) {
        List<String> steps = at.steps();
        if (steps.get(0).equals("methods")) {
            return at.document()
                    .root()
                    .node()
                    .at("/methods/" + steps.get(1))
                    .path("name")
                    .asString("");
        }
        int end = steps.get(0).equals("components") ? 3 : 0;
        while (!STRUCTURE.contains(steps.get(end))) {
            end++;
        }
        return end == 0 ? at.document().name() : steps.get(end - 1);
    }
}
