package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Easing;
import dev.parley.codegen.schema.Keywords;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.References;
import dev.parley.codegen.schema.Report;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import dev.parley.codegen.schema.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads schemas, takes off what only wraps them, and brings different ways to say the same to one form. */
final class FormReader {
    // Mistakes are reported when code is generated from a document; here it is taken as it is.
    private final SchemaReader schemas = new SchemaReader(References.WITHIN, new Report(), Easing.NONE);
    private static final Set<String> SCALARS = Set.of("string", "integer", "number", "boolean", "null");

    private final Set<String> seen = new HashSet<>();
    private String name = "";
    private boolean takesNull;
    private boolean deprecated;
    private @Nullable JsonNode defaultValue;

    private FormReader() {}

    static Form read(Located schema) {
        return read(List.of(schema));
    }

    /** Reads all that several schemas say of one value. */
    static Form read(List<Located> conjunction) {
        return new FormReader().form(conjunction);
    }

    private Form form(List<Located> conjunction) {
        List<Located> bare = conjunction.stream().map(this::unwrapped).toList();
        Located first = bare.get(0);
        List<Located> family = family(first);
        Schema schema = family.isEmpty() ? merged(bare) : schemas.read(List.of(withoutUnions(first)));
        Located types = family.isEmpty() ? types(schema) : null;
        if (types != null) {
            List<Located> parts = new ArrayList<>(schema.parts());
            parts.add(types);
            schema = schemas.read(parts);
        }
        List<Located> cases = family.isEmpty() ? cases(schema) : family;
        takesNull |= schema.nullable() || cases.stream().anyMatch(FormReader::isNull);
        cases = cases.stream().filter(each -> !isNull(each)).toList();
        List<JsonNode> constants = constants(cases);
        if (constants != null) {
            takesNull |= constants.removeIf(JsonNode::isNull);
        }
        JsonNode own = schema.texts().defaultValue();
        return new Form(
                name,
                first,
                schema,
                takesNull,
                constants == null ? schema.values().only() : constants,
                constants == null ? cases : List.of(),
                deprecated || schema.texts().deprecated(),
                defaultValue == null ? own : defaultValue);
    }

    /** The schema at the end of references and of schemas that only wrap one other. */
    private Located unwrapped(Located schema) {
        Located at = schema;
        while (seen.add(at.key())) {
            Located next = at.has("$ref") ? at.target() : sole(at);
            if (next == null) {
                break;
            }
            note(at);
            name = name.isEmpty() ? next.component() : name;
            at = next;
        }
        return at;
    }

    private void note(Located wrapper) {
        takesNull |= wrapper.flag("nullable");
        deprecated |= wrapper.flag("deprecated");
        defaultValue = defaultValue == null ? wrapper.node().get("default") : defaultValue;
    }

    /** The one schema that another one only wraps; null when it says more. */
    private @Nullable Located sole(Located at) {
        List<String> words = at.members().keySet().stream()
                .filter(word -> Keywords.isShaping(word) && !word.equals("nullable") || Words.isLimit(word))
                .toList();
        if (words.size() != 1 || !words.get(0).endsWith("Of")) {
            return null;
        }
        List<Located> all = at.child(words.get(0)).elements();
        List<Located> others = all.stream().filter(each -> !isNull(each)).toList();
        boolean conjunction = words.get(0).equals("allOf");
        if (others.size() != 1 || (conjunction ? all.size() > 1 : !family(at).isEmpty())) {
            return null;
        }
        takesNull |= others.size() < all.size();
        return others.get(0);
    }

    /** The one case of a union with a name of its own, which stays a union; empty for anything else. */
    private static List<Located> family(Located at) {
        List<Located> cases = new ArrayList<>(at.child("oneOf").elements());
        cases.addAll(at.child("anyOf").elements());
        return cases.size() == 1 && !at.component().isEmpty() ? cases : List.of();
    }

    private static Located withoutUnions(Located at) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        at.node().properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        copy.remove(List.of("oneOf", "anyOf"));
        return at.with(copy);
    }

    /** All that is said; a union of null and one other case is taken as that case. */
    private Schema merged(List<Located> conjunction) {
        List<Located> all = new ArrayList<>(conjunction);
        Schema schema = schemas.read(all);
        for (Located union : schema.unions()) {
            List<Located> cases = schemas.cases(union);
            List<Located> others = cases.stream().filter(each -> !isNull(each)).toList();
            if (others.size() == 1) {
                takesNull = true;
                all = new ArrayList<>(schema.parts());
                schema.unions().stream().filter(each -> each != union).forEach(all::add);
                all.add(others.get(0));
                return merged(all);
            }
        }
        return schema;
    }

    private List<Located> cases(Schema schema) {
        return schema.unions().isEmpty()
                ? List.of()
                : schema.unions().get(0).members().values().stream()
                        .flatMap(cases -> cases.elements().stream())
                        .toList();
    }

    /** One schema of several types that says the same as a choice of plain types; null when the choice says more. */
    private @Nullable Located types(Schema schema) {
        if (schema.unions().size() != 1) {
            return null;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode types = all.putArray("type");
        for (Located each : cases(schema)) {
            Located at = each.followed();
            boolean plain =
                    at.component().isEmpty() && at.node().path("type").isString() && SCALARS.contains(at.text("type"));
            for (Map.Entry<String, Located> word : at.members().entrySet()) {
                boolean said = Words.isLimit(word.getKey());
                plain &= word.getKey().equals("type")
                        || (said ? !all.has(word.getKey()) : !Keywords.isShaping(word.getKey()));
                if (said) {
                    all.set(word.getKey(), word.getValue().node());
                }
            }
            if (!plain || types.valueStream().anyMatch(at.node().get("type")::equals)) {
                return null;
            }
            types.add(at.text("type"));
        }
        return schema.unions().get(0).with(all);
    }

    private static boolean isNull(Located schema) {
        JsonNode node = schema.followed().node();
        return node.path("type").asString("").equals("null")
                || node.has("const") && node.get("const").isNull()
                || node.path("enum").size() == 1 && node.get("enum").get(0).isNull();
    }

    /** The values of alternatives that are one value each, which is an enum; null when one is more. */
    private static @Nullable List<JsonNode> constants(List<Located> cases) {
        List<JsonNode> values = new ArrayList<>();
        for (Located each : cases) {
            Map<String, Located> members = each.followed().members();
            boolean plain = members.containsKey("const") || members.containsKey("enum");
            if (!plain || members.containsKey("properties")) {
                return null;
            } else if (members.containsKey("const")) {
                values.add(members.get("const").node());
            } else {
                members.get("enum").elements().forEach(value -> values.add(value.node()));
            }
        }
        return cases.isEmpty() ? null : values;
    }
}
