package dev.parley.codegen.schema;

import java.math.BigDecimal;
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
    private final List<Elements.Part> arrays = new ArrayList<>();
    private @Nullable List<JsonNode> only;
    private @Nullable EnumSet<Kind> stated;
    private boolean nullable;
    private boolean flagged;
    private boolean impossible;
    private String format = "";
    private String pattern = "";
    private Texts texts = Texts.NONE;

    Schema schema() {
        return new Schema(
                parts,
                unions,
                values(),
                new Members(properties, required, eased, patterns, additional, others, open),
                Elements.of(arrays),
                texts);
    }

    private Values values() {
        List<JsonNode> left = only;
        if (left != null && stated != null && !stated.isEmpty()) {
            EnumSet<Kind> kinds = stated;
            left = left.stream().filter(value -> isOf(kinds, value)).toList();
            impossible |= left.isEmpty() && !nullable;
        }
        return new Values(stated, nullable, impossible, left, format, pattern, limits);
    }

    private static boolean isOf(Set<Kind> kinds, JsonNode value) {
        Kind kind = Kind.of(value);
        return kinds.contains(kind)
                || kind == Kind.INTEGER && kinds.contains(Kind.NUMBER)
                || kind == Kind.NUMBER && kinds.contains(Kind.INTEGER) && isWhole(value.decimalValue());
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
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
        flagged |= at.flag("nullable");
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
        arrays.add(Elements.Part.of(at));
    }

    private void types(Set<Kind> kinds) {
        boolean hasNull = kinds.contains(Kind.NULL);
        EnumSet<Kind> known = stated;
        nullable = known == null ? hasNull || nullable : hasNull && nullable;
        if (known == null) {
            stated = EnumSet.noneOf(Kind.class);
            stated.addAll(kinds);
            stated.remove(Kind.NULL);
        } else {
            stated = both(known, kinds);
            impossible |= stated.isEmpty() && !nullable;
        }
    }

    private static EnumSet<Kind> both(Set<Kind> one, Set<Kind> other) {
        EnumSet<Kind> both = EnumSet.noneOf(Kind.class);
        both.addAll(one);
        both.retainAll(other);
        boolean whole = one.contains(Kind.INTEGER) && other.contains(Kind.NUMBER)
                || one.contains(Kind.NUMBER) && other.contains(Kind.INTEGER);
        if (whole && !both.contains(Kind.NUMBER)) {
            both.add(Kind.INTEGER);
        }
        return both;
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
        // "nullable" is often written beside an enum that does not list null: it is meant nevertheless.
        nullable = nullable && flagged || hasNull && (nullable || stated == null);
        List<JsonNode> known = only;
        List<JsonNode> left = values.stream()
                .filter(value -> !value.isNull() && (known == null || known.contains(value)))
                .toList();
        only = left.isEmpty() ? null : left;
        if (left.isEmpty() && hasNull) {
            stated = EnumSet.noneOf(Kind.class);
        }
        impossible |= left.isEmpty() && !hasNull && !nullable;
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
