package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Schema;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says of a value, as the comparison looks at it.
 *
 * @param name the name under which it is kept; empty when it is described in place
 * @param at the schema, without what only refers to it or wraps it
 * @param schema all that it says
 * @param takesNull whether null is allowed, by the schema, by what wraps it or by an alternative
 * @param only the only values that are allowed, null left out; null when any of the type is
 * @param cases the alternatives, null left out; empty when there are none
 * @param deprecated whether it is deprecated
 * @param defaultValue the default; null when there is none
 */
record Form(
        String name,
        Located at,
        Schema schema,
        boolean takesNull,
        @Nullable List<JsonNode> only,
        List<Located> cases,
        boolean deprecated,
        @Nullable JsonNode defaultValue) {
    private static final Set<Kind> ALL = EnumSet.of(Kind.ARRAY, Kind.BOOLEAN, Kind.NUMBER, Kind.OBJECT, Kind.STRING);
    private static final int SHOWN = 5;

    /** A reference that leads out of the document; empty when there is none. */
    String unseen() {
        return schema.parts().stream()
                .map(part -> part.text("$ref"))
                .filter(reference -> !reference.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The kinds of value that are allowed, null left out. */
    Set<Kind> kinds() {
        Set<Kind> stated = schema.values().stated();
        if (schema.values().impossible()) {
            return Set.of();
        } else if (stated != null) {
            return stated;
        } else if (!cases.isEmpty()) {
            return ALL;
        } else if (only != null) {
            return only.stream().map(Kind::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        }
        return schema.kinds().isEmpty() ? ALL : schema.kinds();
    }

    /** Whether any value will do. */
    boolean isAnything() {
        return unseen().isEmpty() && cases.isEmpty() && kinds().containsAll(ALL);
    }

    /** Whether null is allowed. */
    @Override
    public boolean takesNull() {
        return takesNull || isAnything();
    }

    /** Whether Java has a class for it, and so a name. */
    boolean hasClass() {
        return !schema.members().properties().isEmpty()
                || !schema.elements().tuple().isEmpty()
                || !cases.isEmpty()
                || only != null && only.size() > 1;
    }

    /** All members that it names, including those that it only requires. */
    Map<String, List<Located>> members() {
        Map<String, List<Located>> members =
                new LinkedHashMap<>(schema.members().properties());
        schema.members()
                .required()
                .forEach(member -> members.computeIfAbsent(
                        member,
                        absent -> List.of(at.child("properties").child(absent).orAnything())));
        return members;
    }

    /** The words that limit values, each with its value. */
    Map<String, JsonNode> limits() {
        Map<String, JsonNode> limits = new TreeMap<>();
        boolean integers = kinds().equals(Set.of(Kind.INTEGER));
        schema.values().limits().forEach(limit -> {
            JsonNode value = LimitWords.bare(limit.value());
            limits.put(
                    integers ? LimitWords.inclusive(limit.word()) : limit.word(),
                    integers ? LimitWords.inclusive(limit.word(), value) : value);
        });
        // A second choice beside the first one is compared as a whole.
        schema.unions().stream()
                .skip(1)
                .flatMap(union -> union.members().entrySet().stream())
                .forEach(union -> limits.put(
                        union.getKey(), LimitWords.bare(union.getValue().node())));
        return limits;
    }

    /** A key of the schemas that are compared. */
    String key() {
        return Schema.key(schema.parts()) + Schema.key(schema.unions()) + at.pointer();
    }

    /** What messages call it: its name, else what it says. */
    String text() {
        return name.isEmpty() || !unseen().isEmpty() ? words() : name;
    }

    /** What it says, without its name. */
    String words() {
        if (!unseen().isEmpty()) {
            return "what " + unseen() + " says";
        } else if (!cases.isEmpty()) {
            return "one of " + cases.size() + " alternatives";
        } else if (isAnything()) {
            return "any value";
        } else if (only != null) {
            return shown(only);
        }
        String kinds = kinds().stream().map(Kind::wireName).sorted().collect(Collectors.joining(" or "));
        String format = schema.values().format();
        int size = schema.elements().tuple().size();
        return (kinds.isEmpty() ? "null" : kinds)
                + (format.isEmpty() ? "" : " (" + format + ")")
                + (size == 0 ? "" : " of " + size);
    }

    private static String shown(List<JsonNode> values) {
        String text = values.stream().limit(SHOWN).map(JsonNode::toString).collect(Collectors.joining(", "));
        return (values.size() == 1 ? "" : "one of ") + text + (values.size() > SHOWN ? ", …" : "");
    }
}
