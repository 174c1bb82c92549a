package dev.parley.codegen.schema;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Knows which words of a schema describe the shape of a value. */
public final class Keywords {
    /** Words that decide which Java type comes out. */
    private static final Set<String> SHAPING = Set.of(
            "$ref",
            "type",
            "nullable",
            "properties",
            "additionalProperties",
            "patternProperties",
            "items",
            "prefixItems",
            "oneOf",
            "anyOf",
            "allOf",
            "enum",
            "const",
            "format",
            "pattern",
            "required",
            "minimum",
            "maximum",
            "minItems");

    /** Words that need others to say something about the shape. */
    private static final Set<String> NARROWING =
            Set.of("required", "minimum", "maximum", "minItems", "pattern", "format");

    private Keywords() {}

    /** Whether a word says something about the shape of values. */
    public static boolean isShaping(String word) {
        return SHAPING.contains(word);
    }

    /** Whether a schema says something about the shape of its values. */
    public static boolean isShaping(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue()
                || schema.propertyNames().stream().anyMatch(SHAPING::contains);
    }

    /** Whether a schema only narrows what another one describes. */
    public static boolean isNarrowing(JsonNode schema) {
        return schema.isObject()
                && schema.size() > 0
                && schema.propertyNames().stream()
                        .noneMatch(name -> SHAPING.contains(name) && !NARROWING.contains(name));
    }

    /** Whether a schema says of what type a value is and nothing else. */
    public static boolean isTypeOnly(JsonNode schema) {
        return schema.propertyNames().stream().noneMatch(name -> SHAPING.contains(name) && !name.equals("type"));
    }

    /** Whether a word of a schema is the only one that shapes. */
    public static boolean isOnly(JsonNode schema, String word) {
        return schema.has(word)
                && schema.propertyNames().stream().noneMatch(name -> SHAPING.contains(name) && !name.equals(word));
    }
}
