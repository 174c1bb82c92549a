package dev.parley.codegen.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that a schema says of a value, with references followed and {@code allOf} merged. Filled by {@link FormReader}. */
final class Form {
    private static final Set<String> ALL = Set.of("array", "boolean", "number", "object", "string");
    private static final int SHOWN = 5;

    /** The name under which it is kept; empty when it is described in place. */
    String name = "";
    /** Where it is stated. */
    Spot spot;
    /** A reference that leads out of the document; empty when there is none. */
    String unseen = "";

    final Set<String> stated = new TreeSet<>();
    boolean typed;
    boolean nullable;
    boolean nothing;
    String format = "";
    /** The only values that are allowed; null when any of the type is. */
    @Nullable
    List<JsonNode> values;

    final Map<String, Spot> properties = new LinkedHashMap<>();
    final Set<String> required = new TreeSet<>();
    final Map<String, Spot> patterns = new TreeMap<>();

    @Nullable
    Spot additional;

    boolean closed;

    @Nullable
    Spot items;

    List<Spot> tuple = List.of();
    /** Alternatives, null left out; none when there is but one. */
    List<Spot> cases = List.of();

    final Map<String, JsonNode> limits = new TreeMap<>();

    @Nullable
    JsonNode defaultValue;

    boolean deprecated;

    Form(Spot spot) {
        this.spot = spot;
    }

    /** The kinds of value that are allowed, null left out. */
    Set<String> kinds() {
        List<JsonNode> only = values;
        if (nothing) {
            return Set.of();
        } else if (typed) {
            return stated;
        } else if (!cases.isEmpty()) {
            return ALL;
        } else if (only != null) {
            return only.stream().map(Form::kind).collect(Collectors.toCollection(TreeSet::new));
        } else if (!properties.isEmpty()
                || !required.isEmpty()
                || !patterns.isEmpty()
                || additional != null
                || closed) {
            return Set.of("object");
        } else if (items != null || !tuple.isEmpty()) {
            return Set.of("array");
        }
        return format.isEmpty() ? ALL : Set.of("string");
    }

    private static String kind(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        } else if (value.isString()) {
            return "string";
        } else if (value.isBoolean()) {
            return "boolean";
        }
        return value.isArray() ? "array" : "object";
    }

    /** Whether any value will do. */
    boolean isAnything() {
        return unseen.isEmpty() && cases.isEmpty() && kinds().containsAll(ALL);
    }

    boolean takesNull() {
        return nullable || isAnything();
    }

    /** Whether Java has a class for it, and so a name. */
    boolean hasClass() {
        return !properties.isEmpty() || !tuple.isEmpty() || !cases.isEmpty() || values != null && values.size() > 1;
    }

    /** All members that it knows, those that it only requires included. */
    Map<String, Spot> members() {
        Map<String, Spot> members = new LinkedHashMap<>(properties);
        required.forEach(member -> members.computeIfAbsent(
                member, absent -> spot.child("properties").child(absent).orAnything()));
        return members;
    }

    /** What people call it. */
    String text() {
        List<JsonNode> only = values;
        if (!unseen.isEmpty()) {
            return "what " + unseen + " says";
        } else if (!name.isEmpty()) {
            return name;
        } else if (!cases.isEmpty()) {
            return "one of " + cases.size() + " alternatives";
        } else if (isAnything()) {
            return "any value";
        } else if (only != null) {
            return shown(only);
        }
        List<String> words = new ArrayList<>(kinds());
        String text = words.isEmpty() ? "null" : String.join(" or ", words);
        return text + (format.isEmpty() ? "" : " (" + format + ")") + (tuple.isEmpty() ? "" : " of " + tuple.size());
    }

    private static String shown(List<JsonNode> values) {
        String text = values.stream().limit(SHOWN).map(JsonNode::toString).collect(Collectors.joining(", "));
        return (values.size() == 1 ? "" : "one of ") + text + (values.size() > SHOWN ? ", …" : "");
    }
}
