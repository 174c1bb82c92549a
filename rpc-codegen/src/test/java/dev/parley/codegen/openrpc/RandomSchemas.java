package dev.parley.codegen.openrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes schemas of draft-07 by chance: a small grammar that knows nothing of the generator. */
final class RandomSchemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 3;

    private static final List<String> NAMES = List.of(
            "name",
            "value",
            "id",
            "class",
            "in",
            "out",
            "kind",
            "data",
            "list",
            "a-b",
            "a_b",
            "aB",
            "1x",
            "Ünï",
            "select",
            "record",
            "additional",
            "Object",
            "String",
            "hashCode",
            "<",
            ">=",
            "$ref",
            "type",
            "",
            "a/b",
            "a~b",
            "it's",
            "new\nline",
            "\"q\"",
            "\\",
            "\u2028",
            "more",
            "further",
            "first",
            "member",
            "INSTANCE",
            "void");

    private final Random random;
    private final int components;

    /** @param components how many components references may lead to: {@code C0}, {@code C1} and so on */
    RandomSchemas(Random random, int components) {
        this.random = random;
        this.components = components;
    }

    JsonNode schema() {
        return schema(0);
    }

    /** A name that somebody may give to a member, a parameter or a method. */
    String name() {
        return any(NAMES);
    }

    private JsonNode schema(int depth) {
        List<Supplier<JsonNode>> leaves = List.of(
                this::string,
                this::string,
                this::integer,
                this::integer,
                this::number,
                this::flag,
                this::values,
                this::reference);
        if (depth >= DEEP || random.nextInt(3) == 0) {
            return described(any(leaves).get());
        }
        List<Supplier<JsonNode>> containers = List.of(
                () -> list(depth),
                () -> tuple(depth),
                () -> object(depth),
                () -> object(depth),
                () -> object(depth),
                () -> map(depth),
                () -> union(depth),
                () -> union(depth),
                () -> all(depth),
                this::types,
                () -> nullable(depth),
                this::anything);
        return described(any(containers).get());
    }

    private JsonNode described(JsonNode schema) {
        if (schema.isObject() && !schema.has("$ref") && random.nextInt(6) == 0) {
            ((ObjectNode) schema)
                    .put(
                            random.nextBoolean() ? "title" : "description",
                            any(List.of("Thing", "A thing.", "x */ y", "two words")));
        }
        return schema;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    private JsonNode string() {
        ObjectNode schema = typed("string");
        switch (random.nextInt(8)) {
            case 0 -> schema.put("minLength", random.nextInt(3)).put("maxLength", 3 + random.nextInt(3));
            case 1 -> schema.put("pattern", any(List.of("^[a-c]+$", "^x", "b{2}", "^(a|b)?$")));
            case 2 ->
                schema.put("format", any(List.of("date", "date-time", "uuid", "uri", "duration", "byte", "int64")));
            case 3 -> strings(schema.putArray("enum"));
            case 4 -> schema.put("const", any(NAMES));
            default -> {}
        }
        return schema;
    }

    private void strings(ArrayNode values) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            values.add(any(NAMES));
        }
    }

    private JsonNode integer() {
        ObjectNode schema = typed("integer");
        switch (random.nextInt(8)) {
            case 0 -> schema.put("minimum", -random.nextInt(5)).put("maximum", random.nextInt(300));
            case 1 -> schema.put("exclusiveMinimum", 0);
            case 2 -> schema.put("format", any(List.of("int32", "int64", "uint8", "uint64", "int8")));
            case 3 -> schema.putArray("enum").add(1).add(random.nextInt(9));
            case 4 -> schema.put("multipleOf", 1 + random.nextInt(4));
            case 5 -> schema.put("minimum", 0).put("maximum", new java.math.BigInteger("18446744073709551615"));
            default -> {}
        }
        return schema;
    }

    private JsonNode number() {
        ObjectNode schema = typed("number");
        switch (random.nextInt(5)) {
            case 0 -> schema.put("format", any(List.of("double", "float", "int32")));
            case 1 -> schema.put("minimum", -0.5).put("exclusiveMaximum", 9);
            case 2 -> schema.putArray("enum").add(0.5).add(2);
            default -> {}
        }
        return schema;
    }

    private JsonNode flag() {
        ObjectNode schema = typed("boolean");
        return chance(4) ? schema.put("const", random.nextBoolean()) : schema;
    }

    private JsonNode values() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode values = schema.putArray("enum");
        values.add(any(NAMES));
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> values.add(random.nextInt(5));
                case 1 -> values.addNull();
                case 2 -> values.add(random.nextBoolean());
                default -> values.add(any(NAMES));
            }
        }
        return schema;
    }

    private JsonNode reference() {
        return JSON.objectNode().put("$ref", "#/components/schemas/C" + random.nextInt(components));
    }

    private JsonNode anything() {
        return chance(2)
                ? JSON.booleanNode(true)
                : chance(2) ? JSON.objectNode() : typed(any(List.of("object", "array", "null")));
    }

    private JsonNode types() {
        ObjectNode schema = JSON.objectNode();
        ArrayNode types = schema.putArray("type");
        for (String type : List.of("string", "integer", "boolean", "null", "number")) {
            if (chance(2)) {
                types.add(type);
            }
        }
        return types.isEmpty() ? typed("null") : schema;
    }

    private JsonNode nullable(int depth) {
        ObjectNode schema = JSON.objectNode();
        schema.putArray(any(List.of("oneOf", "anyOf"))).add(schema(depth + 1)).add(typed("null"));
        return schema;
    }

    private JsonNode list(int depth) {
        ObjectNode schema = typed("array");
        schema.set("items", schema(depth + 1));
        if (chance(3)) {
            schema.put("minItems", random.nextInt(2)).put("maxItems", 2 + random.nextInt(3));
        }
        if (chance(6)) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }

    private JsonNode tuple(int depth) {
        ObjectNode schema = typed("array");
        ArrayNode items = schema.putArray("items");
        int size = 2 + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            items.add(schema(depth + 1));
        }
        if (chance(2)) {
            schema.put("minItems", random.nextInt(size + 1));
        }
        switch (random.nextInt(4)) {
            case 0 -> schema.put("additionalItems", false);
            case 1 -> schema.set("additionalItems", schema(depth + 1));
            case 2 -> schema.put("maxItems", size + random.nextInt(2));
            default -> {}
        }
        return schema;
    }

    private ObjectNode object(int depth) {
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = any(NAMES);
            names.add(name);
            properties.set(name, schema(depth + 1));
        }
        if (chance(2)) {
            ArrayNode required = schema.putArray("required");
            names.stream().distinct().filter(name -> random.nextBoolean()).forEach(required::add);
        }
        switch (random.nextInt(6)) {
            case 0 -> schema.put("additionalProperties", false);
            case 1 -> schema.put("additionalProperties", true);
            case 2 -> schema.set("additionalProperties", schema(depth + 1));
            default -> {}
        }
        return schema;
    }

    private JsonNode map(int depth) {
        ObjectNode schema = typed("object");
        if (chance(4)) {
            schema.putObject("patternProperties").set("^x", schema(depth + 1));
            schema.put("additionalProperties", false);
        } else {
            schema.set("additionalProperties", schema(depth + 1));
        }
        return schema;
    }

    private JsonNode union(int depth) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode cases = schema.putArray(any(List.of("oneOf", "anyOf")));
        boolean tagged = chance(3);
        for (int i = 1 + random.nextInt(3); i >= 0; i--) {
            cases.add(tagged ? tagged(depth, "case" + i) : schema(depth + 1));
        }
        return schema;
    }

    private JsonNode tagged(int depth, String tag) {
        ObjectNode object = object(depth + 1);
        ((ObjectNode) object.get("properties")).set("tag", JSON.objectNode().put("const", tag));
        ArrayNode required = object.has("required") ? (ArrayNode) object.get("required") : object.putArray("required");
        required.add("tag");
        return object;
    }

    private JsonNode all(int depth) {
        ObjectNode schema = JSON.objectNode();
        ArrayNode parts = schema.putArray("allOf");
        ObjectNode first = object(depth + 1);
        ObjectNode second = object(depth + 1);
        first.remove("additionalProperties");
        second.remove("additionalProperties");
        parts.add(first).add(second);
        return schema;
    }
}
