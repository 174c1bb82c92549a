package dev.parley.codegen.reader.openrpc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Merges all that is said of a value into one schema. */
final class SchemaReader {
    private static final Pattern LITERAL = Pattern.compile("\\^([A-Za-z0-9_ -]+)\\$");
    private static final String[] UNIONS = {"oneOf", "anyOf"};

    private final Documents documents;
    private final Report report;
    private final LimitReader limits;
    private final OptionalMembers optional;
    private final Words words;
    private final FieldCheck fields;

    SchemaReader(Documents documents, Report report, LimitReader limits, OptionalMembers optional) {
        this.documents = documents;
        this.report = report;
        this.limits = limits;
        this.optional = optional;
        this.words = new Words(report);
        this.fields = new FieldCheck(report);
    }

    /** The schema that several say together. */
    Schema read(List<Located> conjunction) {
        Schema schema = merged(conjunction);
        schema.eased.entrySet().removeIf(each -> isNeeded(schema, each.getKey()));
        schema.eased.values().forEach(optional::use);
        return schema;
    }

    private Schema merged(List<Located> conjunction) {
        Schema schema = new Schema();
        Set<String> seen = new HashSet<>();
        conjunction.forEach(part -> add(schema, part, seen));
        return schema;
    }

    // Another part may require it as well; and a member of one value tells what the others mean.
    private boolean isNeeded(Schema schema, String member) {
        List<Located> property = schema.properties.get(member);
        if (property != null && merged(property).constant() != null) {
            schema.required.add(member);
        }
        return schema.required.contains(member);
    }

    /** The schemas that say something about the shape, each where it is stated, with mere wrappers taken off. */
    List<Located> essential(List<Located> conjunction) {
        List<Located> parts = new ArrayList<>();
        for (Located part : conjunction) {
            Located bare = unwrapped(part);
            boolean known = parts.stream().anyMatch(other -> other.key().equals(bare.key()));
            if (Keywords.isShaping(bare.node()) && !known) {
                parts.add(bare);
            } else if (!known) {
                words.audit(bare);
                limits.lost(bare, " apart from a type");
            }
        }
        return parts.isEmpty() ? List.of(conjunction.get(0)) : parts;
    }

    /** What a schema stands for when all that it does is to refer or to hold one other. */
    Located unwrapped(Located schema) {
        Set<String> seen = new HashSet<>();
        Located at = schema;
        while (seen.add(at.key())) {
            words.audit(at);
            at = documents.follow(at);
            if (!Keywords.isShaping(at.node()) && at.child("schema").node().isObject()) {
                // A content descriptor where a schema belongs: what is meant is clear.
                at = at.child("schema");
            }
            for (String word : new String[] {"allOf", "oneOf", "anyOf"}) {
                List<Located> shaping = at.child(word).elements().stream()
                        .filter(part -> !word.equals("allOf") || Keywords.isShaping(part.node()))
                        .toList();
                if (Keywords.isOnly(at.node(), word) && shaping.size() == 1) {
                    words.audit(at);
                    limits.lost(at, " beside " + word);
                    at.child(word).elements().stream()
                            .filter(part -> !shaping.contains(part))
                            .forEach(part -> limits.lost(part, " apart from a type"));
                    at = shaping.get(0);
                    break;
                }
            }
        }
        return at;
    }

    private void add(Schema schema, Located part, Set<String> seen) {
        words.audit(part);
        Located at = documents.follow(part);
        if (!Keywords.isShaping(at.node()) && at.child("schema").node().isObject()) {
            at = documents.follow(at.child("schema"));
        }
        if (!seen.add(Schema.key(List.of(at)))) {
            return;
        }
        if (at.node().isBoolean()) {
            schema.impossible |= !at.node().booleanValue();
            return;
        } else if (!at.node().isObject()) {
            report.mistake("not-a-schema", at, "is no schema. Write an object, true or false.");
            return;
        }
        words.audit(at);
        fields.schema(at);
        describe(schema, at);
        restrict(schema, at);
        object(schema, at);
        array(schema, at);
        at.child("allOf").elements().forEach(each -> add(schema, each, seen));
        for (String word : UNIONS) {
            union(schema, at, word, seen);
        }
        Located stripped = at.with(without(at.node()));
        if (Keywords.isShaping(stripped.node())) {
            schema.parts.add(stripped);
        }
    }

    private static JsonNode without(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
        copy.remove(List.of("oneOf", "anyOf", "allOf"));
        return copy;
    }

    private void union(Schema schema, Located at, String word, Set<String> seen) {
        List<Located> cases = at.child(word).elements();
        if (cases.size() == 1) {
            add(schema, cases.get(0), seen);
        } else if (!cases.isEmpty() && !decidesNothing(schema, at, cases)) {
            ObjectNode only = JsonNodeFactory.instance.objectNode();
            only.set(word, at.node().get(word));
            schema.unions.add(at.with(only));
        }
    }

    // Cases that only narrow what stands beside them, or allow anything, leave the shape as it is.
    private boolean decidesNothing(Schema schema, Located at, List<Located> cases) {
        boolean anything = cases.stream().map(documents::follow).anyMatch(each -> !Keywords.isShaping(each.node()));
        boolean narrowing = cases.stream().map(documents::follow).allMatch(each -> Keywords.isNarrowing(each.node()));
        return anything || narrowing && !schema.kinds().isEmpty();
    }

    private static void describe(Schema schema, Located at) {
        schema.title = schema.title.isEmpty() ? at.text("title") : schema.title;
        schema.description = schema.description.isEmpty() ? at.text("description") : schema.description;
        schema.deprecated |= at.flag("deprecated");
    }

    private void restrict(Schema schema, Located at) {
        types(schema, at);
        schema.nullable |= at.flag("nullable");
        values(schema, at);
        schema.format = at.has("format") ? at.text("format") : schema.format;
        schema.pattern = at.has("pattern") ? at.text("pattern") : schema.pattern;
        Matcher literal = LITERAL.matcher(schema.pattern);
        if (schema.values == null && literal.matches()) {
            schema.values = List.of(JsonNodeFactory.instance.stringNode(literal.group(1)));
        }
        limits.collect(schema, at);
        schema.minimum = number(at, "minimum", schema.minimum);
        schema.maximum = number(at, "maximum", schema.maximum);
    }

    private static @Nullable BigDecimal number(Located at, String word, @Nullable BigDecimal known) {
        JsonNode value = at.node().get(word);
        return value != null && value.isNumber() ? value.decimalValue() : known;
    }

    private void types(Schema schema, Located at) {
        Located type = at.child("type");
        if (!type.exists()) {
            return;
        }
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Located one : type.node().isArray() ? type.elements() : List.of(type)) {
            Kind.named(one.node().isString() ? one.node().stringValue() : "")
                    .ifPresentOrElse(
                            kinds::add,
                            () -> report.mistake(
                                    "unknown-type",
                                    one,
                                    "is " + one.node()
                                            + ", which is no type. Write one of null, boolean, integer, number,"
                                            + " string, array, object."));
        }
        boolean hasNull = kinds.remove(Kind.NULL);
        EnumSet<Kind> known = schema.stated;
        schema.nullable = known == null ? hasNull || schema.nullable : hasNull && schema.nullable;
        if (known != null && !known.isEmpty()) {
            known.removeIf(kind -> !kinds.contains(kind) && !(kind == Kind.INTEGER && kinds.contains(Kind.NUMBER)));
        } else {
            schema.stated = kinds;
        }
    }

    private static void values(Schema schema, Located at) {
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
        schema.nullable = hasNull && (schema.nullable || schema.stated == null);
        List<JsonNode> known = schema.values;
        List<JsonNode> others = values.stream()
                .filter(value -> !value.isNull() && (known == null || known.contains(value)))
                .toList();
        schema.values = others.isEmpty() ? null : others;
        if (others.isEmpty() && hasNull) {
            schema.stated = EnumSet.noneOf(Kind.class);
        }
    }

    private void object(Schema schema, Located at) {
        at.child("properties")
                .members()
                .forEach((name, property) -> schema.properties
                        .computeIfAbsent(name, any -> new ArrayList<>())
                        .add(property));
        for (Located name : at.child("required").elements()) {
            if (name.node().isString() && optional.contains(name)) {
                schema.eased.put(name.node().stringValue(), name);
            } else if (name.node().isString()) {
                schema.required.add(name.node().stringValue());
            }
        }
        schema.additional.addAll(at.child("patternProperties").members().values());
        Located additional = at.child("additionalProperties");
        if (additional.node().isBoolean()) {
            schema.open = additional.node().booleanValue();
        } else if (additional.node().isObject() && !additional.node().isEmpty()) {
            schema.additional.add(additional);
        } else if (additional.exists()) {
            schema.open = true;
        }
    }

    private static void array(Schema schema, Located at) {
        Located items = at.child("items");
        List<Located> prefix = at.child("prefixItems").elements();
        List<Located> each = prefix.isEmpty() ? items.elements() : prefix;
        // One element is how some generators write what all elements are like.
        if (each.size() > 1 || !prefix.isEmpty()) {
            for (int i = 0; i < each.size(); i++) {
                if (i == schema.tuple.size()) {
                    schema.tuple.add(new ArrayList<>());
                }
                schema.tuple.get(i).add(each.get(i));
            }
        } else if (each.size() == 1) {
            schema.items.add(each.get(0));
        } else if (items.exists() && !items.node().isArray()) {
            schema.items.add(items);
        }
        JsonNode minimum = at.node().get("minItems");
        if (minimum != null && minimum.isInt()) {
            schema.minItems = minimum.intValue();
        }
    }

    /** What a reference leads to. */
    Located target(Located at) {
        return documents.follow(at);
    }

    /** The cases of a union, those of unions that stand right inside it included. */
    List<Located> cases(Located union) {
        List<Located> cases = new ArrayList<>();
        for (Map.Entry<String, Located> word : union.members().entrySet()) {
            for (Located each : word.getValue().elements()) {
                boolean nested = Keywords.isOnly(each.node(), "oneOf") || Keywords.isOnly(each.node(), "anyOf");
                if (nested) {
                    cases.addAll(cases(each));
                } else {
                    cases.add(each);
                }
            }
        }
        return cases;
    }
}
