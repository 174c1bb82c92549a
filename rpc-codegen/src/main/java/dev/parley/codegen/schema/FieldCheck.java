package dev.parley.codegen.schema;

import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Finds members whose values are of another type than the specification gives them. */
public final class FieldCheck {
    /** The type of a member's value. */
    public enum Wanted {
        /** A string. */
        TEXT(JsonNode::isString, "a string"),
        /** True or false. */
        FLAG(JsonNode::isBoolean, "true or false"),
        /** An array. */
        ARRAY(JsonNode::isArray, "an array"),
        /** An object. */
        OBJECT(JsonNode::isObject, "an object"),
        /** A schema. */
        SCHEMA(node -> node.isObject() || node.isBoolean(), "an object, true or false"),
        /** A schema or several. */
        SCHEMAS(node -> node.isArray() || node.isObject() || node.isBoolean(), "a schema or an array");

        private final Predicate<JsonNode> right;
        private final String words;

        Wanted(Predicate<JsonNode> right, String words) {
            this.right = right;
            this.words = words;
        }
    }

    private static final int SHOWN = 40;

    private static final Map<String, Wanted> WORDS = Map.ofEntries(
            Map.entry("title", Wanted.TEXT),
            Map.entry("description", Wanted.TEXT),
            Map.entry("format", Wanted.TEXT),
            Map.entry("nullable", Wanted.FLAG),
            Map.entry("properties", Wanted.OBJECT),
            Map.entry("patternProperties", Wanted.OBJECT),
            Map.entry("additionalProperties", Wanted.SCHEMA),
            Map.entry("items", Wanted.SCHEMAS),
            Map.entry("prefixItems", Wanted.ARRAY),
            Map.entry("allOf", Wanted.ARRAY),
            Map.entry("anyOf", Wanted.ARRAY),
            Map.entry("oneOf", Wanted.ARRAY),
            Map.entry("enum", Wanted.ARRAY));

    private final Report report;

    /** @param report takes what is found */
    public FieldCheck(Report report) {
        this.report = report;
    }

    /** Checks the members of an object that have a known type. */
    public void check(Located at, Map<String, Wanted> types) {
        types.forEach((name, wanted) -> {
            Located field = at.child(name);
            if (field.exists() && !wanted.right.test(field.node())) {
                String found = field.node().toString();
                String shown = found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found;
                report.mistake("wrong-type", field, "is " + shown + ". Write " + wanted.words + ".");
            }
        });
    }

    void schema(Located at) {
        check(at, WORDS);
        Located required = at.child("required");
        if (required.exists() && !required.node().isArray() && !required.node().isBoolean()) {
            report.untyped(
                    "ignored-value", required, "is " + required.node() + ", where an array belongs: it is ignored.");
        }
    }
}
