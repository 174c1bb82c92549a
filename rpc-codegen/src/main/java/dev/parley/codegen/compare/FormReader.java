package dev.parley.codegen.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads all that a schema says of a value. */
final class FormReader {
    private static final Set<String> SHAPING = Set.of(
            "type",
            "enum",
            "const",
            "format",
            "properties",
            "required",
            "patternProperties",
            "additionalProperties",
            "items",
            "prefixItems",
            "allOf",
            "oneOf",
            "anyOf");

    private final Set<String> seen = new HashSet<>();
    private final Form form;

    private FormReader(Spot spot) {
        this.form = new Form(spot);
    }

    static Form read(Spot spot) {
        FormReader reader = new FormReader(spot);
        Spot at = reader.unwrapped(spot);
        reader.form.spot = at;
        reader.seen.clear();
        reader.merge(at);
        reader.collapse();
        return reader.form;
    }

    /** The schema behind references and what only wraps one other, with its name. */
    private Spot unwrapped(Spot spot) {
        Spot at = spot;
        while (seen.add(at.pointer())) {
            note(at);
            Spot next = at.has("$ref") ? at.target() : sole(at);
            if (next == null) {
                break;
            }
            String component = next.component();
            form.name = form.name.isEmpty() && !component.isEmpty() ? component : form.name;
            at = next;
        }
        return at;
    }

    private void note(Spot at) {
        form.nullable |= at.flag("nullable");
        form.deprecated |= at.flag("deprecated");
        if (form.defaultValue == null && at.has("default")) {
            form.defaultValue = at.node().get("default");
        }
    }

    /** The one schema that another one only wraps. */
    private @Nullable Spot sole(Spot at) {
        List<String> words = at.members().keySet().stream()
                .filter(word -> SHAPING.contains(word) || Words.isLimit(word))
                .toList();
        if (words.size() != 1 || !words.get(0).endsWith("Of")) {
            return null;
        }
        List<Spot> all = at.child(words.get(0)).elements();
        List<Spot> others = all.stream().filter(each -> !isNull(each)).toList();
        boolean conjunction = words.get(0).equals("allOf");
        if (others.size() != 1 || (conjunction ? all.size() > 1 : isFamily(at, all))) {
            return null;
        }
        form.nullable |= others.size() < all.size();
        return others.get(0);
    }

    // A union with a name of its own stays one, though it has but one case yet.
    private static boolean isFamily(Spot at, List<Spot> cases) {
        return cases.size() == 1 && !at.component().isEmpty();
    }

    private static boolean isNull(Spot schema) {
        JsonNode node = schema.followed().node();
        return node.path("type").asString("").equals("null")
                || node.has("const") && node.get("const").isNull()
                || node.path("enum").size() == 1 && node.get("enum").get(0).isNull();
    }

    private void merge(Spot at) {
        if (at.has("$ref")) {
            form.unseen = at.text("$ref");
        } else if (!seen.add(at.pointer())) {
            return;
        } else if (at.node().isBoolean()) {
            form.nothing |= !at.node().booleanValue();
        }
        note(at);
        types(at);
        values(at);
        form.format = at.has("format") ? at.text("format") : form.format;
        at.members().forEach((word, value) -> {
            if (Words.isLimit(word)) {
                form.limits.put(word, value.node());
            }
        });
        object(at);
        array(at);
        at.child("allOf").elements().forEach(each -> merge(each.followed()));
        cases(at, "oneOf");
        cases(at, "anyOf");
    }

    private void types(Spot at) {
        JsonNode type = at.node().path("type");
        List<String> kinds = new ArrayList<>();
        (type.isArray() ? type : List.of(type)).forEach(kind -> kinds.add(kind.asString("")));
        if (kinds.equals(List.of(""))) {
            return;
        }
        boolean hasNull = kinds.remove("null");
        form.nullable = form.typed ? form.nullable && hasNull : form.nullable || hasNull;
        if (form.typed) {
            form.stated.removeIf(kind -> !Kinds.includes(kinds, kind));
        } else {
            form.stated.addAll(kinds);
        }
        form.typed = true;
    }

    private void values(Spot at) {
        List<JsonNode> values = new ArrayList<>();
        if (at.has("const")) {
            values.add(at.node().get("const"));
        } else if (at.child("enum").node().isArray()) {
            at.child("enum").elements().forEach(each -> values.add(each.node()));
        } else {
            return;
        }
        boolean hasNull = values.removeIf(JsonNode::isNull);
        form.nullable = hasNull && (form.nullable || !form.typed);
        List<JsonNode> known = form.values;
        form.values =
                known == null ? values : known.stream().filter(values::contains).toList();
    }

    private void object(Spot at) {
        at.child("properties").members().forEach(form.properties::putIfAbsent);
        at.child("required")
                .elements()
                .forEach(name -> form.required.add(name.node().asString("")));
        at.child("patternProperties").members().forEach(form.patterns::putIfAbsent);
        Spot additional = at.child("additionalProperties");
        if (additional.node().isObject()) {
            form.additional = additional;
        }
        form.closed |= additional.node().isBoolean() && !additional.node().booleanValue();
    }

    private void array(Spot at) {
        List<Spot> prefix = at.child("prefixItems").elements();
        Spot items = at.child("items");
        List<Spot> each = prefix.isEmpty() ? items.elements() : prefix;
        // One element is how some generators write what all elements are like.
        if (each.size() > 1 || !prefix.isEmpty()) {
            form.tuple = each;
        } else if (each.size() == 1) {
            form.items = each.get(0);
        } else if (items.exists() && !items.node().isArray()) {
            form.items = items;
        }
    }

    private void cases(Spot at, String word) {
        List<Spot> all = at.child(word).elements();
        List<Spot> others = all.stream().filter(each -> !isNull(each)).toList();
        if (others.size() == 1 && !isFamily(at, all)) {
            form.nullable |= others.size() < all.size();
            merge(others.get(0).followed());
        } else if (!others.isEmpty() && form.cases.isEmpty() && others.stream().allMatch(FormReader::isShaping)) {
            form.nullable |= others.size() < all.size();
            form.cases = others;
        } else if (!others.isEmpty()) {
            // Alternatives of what only narrows, or a second choice beside the first: compared as a whole.
            form.limits.put(word, Words.bare(at.child(word).node()));
        }
    }

    private static boolean isShaping(Spot schema) {
        return schema.members().keySet().stream()
                .anyMatch(word -> word.equals("$ref") || SHAPING.contains(word) && !word.equals("required"));
    }

    /** Alternatives that are one value each are an enum. */
    private void collapse() {
        List<JsonNode> values = new ArrayList<>();
        for (Spot each : form.cases) {
            Map<String, Spot> members = each.followed().members();
            boolean plain = members.containsKey("const") || members.containsKey("enum");
            if (!plain || members.containsKey("properties")) {
                return;
            }
            members.getOrDefault("enum", members.get("const")).elements().forEach(value -> values.add(value.node()));
            if (members.containsKey("const")) {
                values.add(each.followed().node().get("const"));
            }
        }
        if (!form.cases.isEmpty()) {
            form.nullable |= values.removeIf(JsonNode::isNull);
            form.values = values;
            form.cases = List.of();
        }
    }
}
