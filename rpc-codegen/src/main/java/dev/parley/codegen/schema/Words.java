package dev.parley.codegen.schema;

import java.util.Map;
import java.util.Set;

/**
 * The words of JSON Schema by how they are treated. {@code docs/openrpc.md} lists the same, and a test holds them
 * together.
 */
public final class Words {
    /** Keywords that decide the Java type. */
    static final Set<String> HONOURED = Set.of(
            "$ref",
            "type",
            "nullable",
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "items",
            "prefixItems",
            "additionalItems",
            "allOf",
            "anyOf",
            "oneOf",
            "enum",
            "const",
            "format",
            "default");

    /** Keywords that are checked where that is wanted; some help to choose a type besides. */
    static final Set<String> CHECKED = Set.of(
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    /** Keywords that describe the text in a string and are not checked. */
    private static final Set<String> CONTENT = Set.of("contentEncoding", "contentMediaType");

    /** Keywords for people, or that hold schemas for references. */
    static final Set<String> DOCUMENTATION = Set.of(
            "title",
            "description",
            "summary",
            "examples",
            "example",
            "deprecated",
            "$comment",
            "$schema",
            "definitions",
            "$defs",
            "readOnly",
            "writeOnly",
            "contentEncoding",
            "contentMediaType",
            "externalDocs",
            "media",
            "schema",
            "$id",
            "id");

    /** Keywords that limit values and are not checked: each place is reported. */
    static final Set<String> UNCHECKED = Set.of(
            "not",
            "if",
            "then",
            "else",
            "contains",
            "minContains",
            "maxContains",
            "propertyNames",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties");

    /** Keywords that change what references mean and are refused. */
    static final Map<String, String> REFUSED = Map.of(
            "$anchor", "Refer by JSON pointer, and remove it.",
            "$dynamicRef", "Refer by JSON pointer with $ref.",
            "$recursiveRef", "Refer by JSON pointer with $ref.");

    private final Report report;

    /** @param report takes what is found */
    public Words(Report report) {
        this.report = report;
    }

    /** Whether a word limits values and does nothing else. */
    public static boolean isLimit(String word) {
        return CHECKED.contains(word) || UNCHECKED.contains(word) || CONTENT.contains(word);
    }

    /** Reports the words of a schema that are not followed. */
    public void audit(Located schema) {
        if (!schema.node().isObject()) {
            return;
        } else if (schema.has("$ref")) {
            beside(schema);
            return;
        }
        schema.members().forEach((word, value) -> {
            if (UNCHECKED.contains(word)) {
                unchecked(value);
            } else if (REFUSED.containsKey(word) && value.node().isString()) {
                report.mistake("unsupported-reference", value, "is not supported. " + REFUSED.get(word));
            } else if (!isKnown(word)) {
                report.untyped("unknown-word", value, "is not a known keyword of JSON Schema: it is ignored.");
            }
        });
    }

    /** Says that a word limits values in a way that is not checked. */
    void unchecked(Located value) {
        report.untyped("unchecked-word", value, "is not checked: values that it forbids are taken.");
    }

    private static boolean isKnown(String word) {
        return HONOURED.contains(word)
                || CHECKED.contains(word)
                || DOCUMENTATION.contains(word)
                || REFUSED.containsKey(word)
                || word.startsWith("x-");
    }

    // Draft-07: all words beside a reference are ignored.
    private void beside(Located reference) {
        reference.members().forEach((word, value) -> {
            boolean silent = word.equals("$ref") || DOCUMENTATION.contains(word) || word.startsWith("x-");
            if (!silent && !word.equals("default")) {
                report.untyped(
                        "beside-reference",
                        value,
                        "is beside a reference and is ignored, as JSON Schema draft-07 says. Put both into an"
                                + " allOf.");
            }
        });
    }
}
