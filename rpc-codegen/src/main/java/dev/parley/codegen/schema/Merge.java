package dev.parley.codegen.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Collects what several schemas say, until it is known as a whole. */
final class Merge {
    private static final Pattern LITERAL = Pattern.compile("\\^([A-Za-z0-9_ -]+)\\$");

    final List<Located> parts = new ArrayList<>();
    final List<Located> unions = new ArrayList<>();
    final List<Limit> limits = new ArrayList<>();
    private final Map<String, List<Located>> properties = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, Located> eased = new LinkedHashMap<>();
    private final Map<String, Located> patterns = new LinkedHashMap<>();
    private final List<Located> additional = new ArrayList<>();
    private final List<Located> others = new ArrayList<>();
    private @Nullable Boolean open;
    private final List<Located> items = new ArrayList<>();
    private final List<List<Located>> tuple = new ArrayList<>();
    private int minItems = -1;
    private @Nullable List<JsonNode> only;
    private @Nullable EnumSet<Kind> stated;
    private boolean nullable;
    private boolean impossible;
    private String format = "";
    private String pattern = "";
    private Texts texts = Texts.NONE;

    Schema schema() {
        return new Schema(
                parts,
                unions,
                new Values(stated, nullable, impossible, only, format, pattern, limits),
                new Members(properties, required, eased, patterns, additional, others, open),
                new Elements(items, tuple, minItems),
                texts);
    }

    void allow(boolean any) {
        impossible |= !any;
    }

    /** Adds what a schema states itself: no references, {@code allOf} or unions. */
    void add(Located at, @Nullable Set<Kind> kinds, List<Limit> stated, Easing easing) {
        texts = texts.or(Texts.of(at));
        if (kinds != null) {
            types(kinds);
        }
        nullable |= at.flag("nullable");
        values(at);
        format = at.has("format") ? at.text("format") : format;
        pattern = at.has("pattern") ? at.text("pattern") : pattern;
        Matcher literal = LITERAL.matcher(pattern);
        if (only == null && literal.matches()) {
            only = List.of(JsonNodeFactory.instance.stringNode(literal.group(1)));
        }
        limits.addAll(stated);
        object(at, easing);
        array(at);
    }

    private void types(Set<Kind> kinds) {
        boolean hasNull = kinds.contains(Kind.NULL);
        EnumSet<Kind> known = stated;
        nullable = known == null ? hasNull || nullable : hasNull && nullable;
        if (known != null && !known.isEmpty()) {
            known.removeIf(kind -> !kinds.contains(kind) && !(kind == Kind.INTEGER && kinds.contains(Kind.NUMBER)));
        } else {
            stated = EnumSet.noneOf(Kind.class);
            stated.addAll(kinds);
            stated.remove(Kind.NULL);
        }
    }

    private void values(Located at) {
        List<JsonNode> values = null;
        if (at.has("const")) {
            values = List.of(at.node().get("const"));
        } else if (at.child("enum").node().isArray()) {
            values = at.child("enum").elements().stream().map(Located::node).toList();
        }
        if (values == null) {
            return;
        }
        boolean hasNull = values.stream().anyMatch(JsonNode::isNull);
        nullable = hasNull && (nullable || stated == null);
        List<JsonNode> known = only;
        List<JsonNode> left = values.stream()
                .filter(value -> !value.isNull() && (known == null || known.contains(value)))
                .toList();
        only = left.isEmpty() ? null : left;
        if (left.isEmpty() && hasNull) {
            stated = EnumSet.noneOf(Kind.class);
        }
    }

    private void object(Located at, Easing easing) {
        at.child("properties")
                .members()
                .forEach((name, property) -> properties
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(property));
        for (Located name : at.child("required").elements()) {
            if (name.node().isString() && easing.contains(name)) {
                eased.put(name.node().stringValue(), name);
            } else if (name.node().isString()) {
                required.add(name.node().stringValue());
            }
        }
        at.child("patternProperties").members().forEach((name, schema) -> {
            patterns.putIfAbsent(name, schema);
            others.add(schema);
        });
        Located rest = at.child("additionalProperties");
        if (rest.node().isBoolean()) {
            open = rest.node().booleanValue();
        } else if (rest.node().isObject() && !rest.node().isEmpty()) {
            additional.add(rest);
            others.add(rest);
        } else if (rest.exists()) {
            open = true;
        }
    }

    private void array(Located at) {
        Located each = at.child("items");
        List<Located> prefix = at.child("prefixItems").elements();
        List<Located> first = prefix.isEmpty() ? each.elements() : prefix;
        // One element is how some generators write what all elements are like.
        if (first.size() > 1 || !prefix.isEmpty()) {
            for (int i = 0; i < first.size(); i++) {
                if (i == tuple.size()) {
                    tuple.add(new ArrayList<>());
                }
                tuple.get(i).add(first.get(i));
            }
        } else if (first.size() == 1) {
            items.add(first.get(0));
        } else if (each.exists() && !each.node().isArray()) {
            items.add(each);
        }
        JsonNode least = at.node().get("minItems");
        minItems = least != null && least.isInt() ? least.intValue() : minItems;
    }

    /** Lifts no requirement that another part states, or of a member whose one value tells what the others mean. */
    void keepNeeded(java.util.function.Predicate<List<Located>> isConstant) {
        eased.keySet().stream()
                .filter(name -> properties.containsKey(name) && isConstant.test(properties.get(name)))
                .forEach(required::add);
        eased.keySet().removeAll(required);
    }

    List<Located> eased() {
        return List.copyOf(eased.values());
    }
}
