package dev.parley.codegen.schema;

import tools.jackson.databind.JsonNode;

/**
 * A word of a schema that only limits the values of a type.
 *
 * @param word the word; {@code minimum} beside a draft-04 {@code exclusiveMinimum: true} is {@code exclusiveMinimum}
 * @param value its value
 * @param at the schema that says it
 */
public record Limit(String word, JsonNode value, Located at) {}
