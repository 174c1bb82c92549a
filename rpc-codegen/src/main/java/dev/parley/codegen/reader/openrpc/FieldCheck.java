package dev.parley.codegen.reader.openrpc;

import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Finds members whose values are of another type than OpenRPC or JSON Schema gives them. */
final class FieldCheck {
    private record Wanted(Predicate<JsonNode> right, String words) {}

    private static final Wanted TEXT = new Wanted(JsonNode::isString, "a string");
    private static final Wanted FLAG = new Wanted(JsonNode::isBoolean, "true or false");
    private static final Wanted ARRAY = new Wanted(JsonNode::isArray, "an array");
    private static final Wanted OBJECT = new Wanted(JsonNode::isObject, "an object");
    private static final Wanted SCHEMA =
            new Wanted(node -> node.isObject() || node.isBoolean(), "an object, true or false");

    private static final Map<String, Wanted> DOCUMENT = Map.of(
            "openrpc", TEXT,
            "info", OBJECT,
            "methods", ARRAY,
            "components", OBJECT);

    private static final Map<String, Wanted> INFO = Map.of(
            "title", TEXT,
            "version", TEXT,
            "description", TEXT);

    private static final Map<String, Wanted> METHOD = Map.of(
            "name", TEXT,
            "params", ARRAY,
            "result", OBJECT,
            "errors", ARRAY,
            "deprecated", FLAG,
            "paramStructure", TEXT,
            "summary", TEXT,
            "description", TEXT);

    private static final Map<String, Wanted> DESCRIPTOR = Map.of(
            "name", TEXT,
            "required", FLAG,
            "deprecated", FLAG,
            "summary", TEXT,
            "description", TEXT);

    private static final Map<String, Wanted> WORDS = Map.ofEntries(
            Map.entry("title", TEXT),
            Map.entry("description", TEXT),
            Map.entry("format", TEXT),
            Map.entry("nullable", FLAG),
            Map.entry("properties", OBJECT),
            Map.entry("patternProperties", OBJECT),
            Map.entry("additionalProperties", SCHEMA),
            Map.entry(
                    "items", new Wanted(node -> node.isArray() || SCHEMA.right().test(node), "a schema or an array")),
            Map.entry("prefixItems", ARRAY),
            Map.entry("allOf", ARRAY),
            Map.entry("anyOf", ARRAY),
            Map.entry("oneOf", ARRAY),
            Map.entry("enum", ARRAY));

    private final Report report;

    FieldCheck(Report report) {
        this.report = report;
    }

    void document(Located at) {
        check(at, DOCUMENT);
        check(at.child("info"), INFO);
    }

    void method(Located at) {
        check(at, METHOD);
    }

    /** A parameter or result. */
    void descriptor(Located at) {
        check(at, DESCRIPTOR);
    }

    void schema(Located at) {
        check(at, WORDS);
        Located required = at.child("required");
        if (required.exists() && !required.node().isArray() && !required.node().isBoolean()) {
            report.untyped(
                    "ignored-value", required, "is " + required.node() + ", where an array belongs: it is ignored.");
        }
    }

    private void check(Located at, Map<String, Wanted> all) {
        all.forEach((name, wanted) -> {
            Located field = at.child(name);
            if (field.exists() && !wanted.right().test(field.node())) {
                String found = field.node().toString();
                String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
                report.mistake("wrong-type", field, "is " + shown + ". Write " + wanted.words() + ".");
            }
        });
    }
}
