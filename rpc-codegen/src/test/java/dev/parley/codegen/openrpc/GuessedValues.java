package dev.parley.codegen.openrpc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Guesses values that schemas of {@link RandomSchemas} may allow; a validator has the last word. */
final class GuessedValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 7;

    private final Random random;
    private final JsonNode document;

    GuessedValues(Random random, JsonNode document) {
        this.random = random;
        this.document = document;
    }

    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode stated, int depth) {
        JsonNode schema = followed(stated);
        if (depth > DEEP || schema.isBoolean() || schema.isEmpty()) {
            return anything(depth);
        } else if (schema.has("enum")) {
            return any(elements(schema.get("enum")));
        } else if (schema.has("const")) {
            return schema.get("const");
        }
        for (String word : List.of("oneOf", "anyOf")) {
            if (schema.has(word)) {
                return union(schema, word, depth);
            }
        }
        if (schema.has("allOf")) {
            return merged(elements(schema.get("allOf")), depth);
        }
        JsonNode type = schema.path("type");
        return ofType(type.isArray() ? any(elements(type)).stringValue() : type.asString("object"), schema, depth);
    }

    private JsonNode followed(JsonNode schema) {
        JsonNode at = schema;
        for (int i = 0; i < 20 && at.path("$ref").isString(); i++) {
            at = document.at(at.get("$ref").stringValue().substring(1));
        }
        return at.path("$ref").isString() ? JSON.booleanNode(true) : at;
    }

    private JsonNode union(JsonNode schema, String word, int depth) {
        List<JsonNode> cases = elements(schema.get(word));
        JsonNode one = any(cases);
        JsonNode other = any(cases);
        JsonNode value = value(one, depth + 1);
        boolean both = word.equals("anyOf") && random.nextInt(3) == 0 && areTogether(followed(one), followed(other));
        return both ? ((ObjectNode) value.deepCopy()).setAll((ObjectNode) value(other, depth + 1)) : value;
    }

    // Members that no schema of a value names are dropped, as is documented: each of these must be named by one.
    private static boolean areTogether(JsonNode one, JsonNode other) {
        return one.has("properties")
                && other.has("properties")
                && !one.has("additionalProperties")
                && !other.has("additionalProperties")
                && one.get("properties").propertyNames().stream().noneMatch(other.get("properties")::has);
    }

    private JsonNode merged(List<JsonNode> parts, int depth) {
        ObjectNode all = JSON.objectNode();
        for (JsonNode part : parts) {
            JsonNode value = value(part, depth + 1);
            if (!value.isObject()) {
                return value;
            }
            all.setAll((ObjectNode) value);
        }
        return all;
    }

    private JsonNode ofType(String type, JsonNode schema, int depth) {
        return switch (type) {
            case "string" -> JSON.stringNode(text(schema));
            case "integer" -> integer(schema);
            case "number" -> number(schema);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            case "array" -> array(schema, depth);
            default -> object(schema, depth);
        };
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-01-3" + random.nextInt(2);
            case "date-time" ->
                "2026-0" + (1 + random.nextInt(9)) + "-11T10:15:30" + any(List.of("Z", ".25Z", "+01:00"));
            case "uuid" -> "123e4567-e89b-12d3-a456-42661417400" + random.nextInt(10);
            case "uri" -> "https://example.org/" + random.nextInt(100);
            case "duration" -> any(List.of("P1M", "P3W", "PT60S", "P1Y2M3DT4H"));
            default ->
                any(List.of("", "a", "ab", "abb", "x", "bbb", "some text", "\u00e4\u20ac \"q\"", "\uD83D\uDE00", "b"));
        };
    }

    private JsonNode integer(JsonNode schema) {
        String format = schema.path("format").asString("");
        int small = random.nextInt(12) - 3;
        if (schema.path("maximum").isBigInteger() || format.equals("uint64")) {
            return JSON.numberNode(
                    new BigInteger(any(List.of("0", "7", "18446744073709551615", "9223372036854775808"))));
        }
        boolean large = random.nextInt(4) == 0 && (format.isEmpty() || format.equals("int64"));
        return large
                ? JSON.numberNode(random.nextLong())
                : JSON.numberNode(format.startsWith("u") ? Math.abs(small) : small);
    }

    private JsonNode number(JsonNode schema) {
        String format = schema.path("format").asString("");
        if (format.startsWith("int")) {
            return JSON.numberNode(random.nextInt(9));
        }
        return format.isEmpty()
                ? JSON.numberNode(
                        new BigDecimal(any(List.of("0", "1.5", "2", "0.5", "-0.25", "12345678901234567890.125", "3"))))
                : JSON.numberNode(random.nextInt(20) * 0.25);
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        JsonNode items = schema.path("items");
        int most = schema.path("maxItems").asInt(3);
        int size = Math.min(most, random.nextInt(4));
        size = depth > DEEP - 2 ? 0 : Math.max(size, schema.path("minItems").asInt(0));
        for (int i = 0; i < size; i++) {
            JsonNode each = items.isArray() ? i < items.size() ? items.get(i) : schema.path("additionalItems") : items;
            array.add(each.isMissingNode() ? anything(depth) : value(each, depth + 1));
        }
        return array;
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        schema.path("properties").properties().forEach(member -> {
            if (required.contains(member.getKey()) || depth < DEEP - 2 && random.nextBoolean()) {
                object.set(member.getKey(), value(member.getValue(), depth + 1));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        for (int i = random.nextInt(3); depth < DEEP - 2 && i > 0; i--) {
            boolean open =
                    others.isObject() || others.isBoolean() && others.booleanValue() || !schema.has("properties");
            JsonNode pattern = schema.path("patternProperties").path("^x");
            if (!pattern.isMissingNode()) {
                object.set("x" + i, value(pattern, depth + 1));
            } else if (open) {
                object.set("other" + i, others.isObject() ? value(others, depth + 1) : anything(depth));
            }
        }
        return object;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt());
            case 3 -> JSON.stringNode("text " + random.nextInt(10));
            case 4 -> JSON.arrayNode().add(anything(depth + 2));
            default -> JSON.objectNode().set("any", anything(depth + 2));
        };
    }

    private static List<JsonNode> elements(JsonNode array) {
        return array.valueStream().toList();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
