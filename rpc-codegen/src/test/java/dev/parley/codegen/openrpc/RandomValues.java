package dev.parley.codegen.openrpc;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes values that schemas allow, by chance. It shares nothing with the generator: what one of them misunderstands, the
 * other would have to misunderstand in the same way.
 */
final class RandomValues {
    private static final int DEEP = 6;

    /** A schema and the file that its references count from. */
    record Schema(Path file, JsonValue value) {
        Map<String, JsonValue> members() {
            return value instanceof JsonObject object ? object.members() : Map.of();
        }

        boolean has(String name) {
            return members().containsKey(name);
        }

        Schema child(String name) {
            return new Schema(file, members().get(name));
        }

        List<Schema> elements(String name) {
            JsonValue list = members().get(name);
            return list instanceof JsonArray array
                    ? array.elements().stream()
                            .map(each -> new Schema(file, each))
                            .toList()
                    : List.of();
        }

        String text(String name) {
            return members().get(name) instanceof JsonString text ? text.value() : "";
        }

        int number(String name, int otherwise) {
            return members().get(name) instanceof JsonValue.JsonNumber number
                    ? number.value()
                            .setScale(0, name.equals("minimum") ? RoundingMode.CEILING : RoundingMode.FLOOR)
                            .intValue()
                    : otherwise;
        }
    }

    private final Random random;
    private final Map<Path, JsonValue> files = new HashMap<>();

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    JsonValue document(Path file) {
        return files.computeIfAbsent(file, path -> {
            try {
                return Json.parse(Files.readAllBytes(path));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    Schema follow(Schema from) {
        Schema at = from;
        while (at.has("$ref")) {
            String[] reference = at.text("$ref").split("#", 2);
            Path file = reference[0].isEmpty() ? at.file() : at.file().resolveSibling(reference[0]);
            JsonValue value = document(file);
            for (String step : reference[1].split("/")) {
                if (!step.isEmpty()) {
                    String name = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8)
                            .replace("~1", "/")
                            .replace("~0", "~");
                    value = value instanceof JsonArray array
                            ? array.elements().get(Integer.parseInt(name))
                            : ((JsonObject) value).members().get(name);
                }
            }
            at = new Schema(file, value);
        }
        boolean descriptor = at.has("schema") && !at.has("type") && !at.has("$ref");
        return descriptor ? follow(at.child("schema")) : at;
    }

    /** A value that the schema allows. */
    JsonValue value(Schema schema) {
        return value(List.of(schema), 0);
    }

    // All that a value has to satisfy is gathered first: references, allOf, and one choice of every union.
    private JsonValue value(List<Schema> all, int depth) {
        List<Schema> parts = new ArrayList<>();
        for (Schema one : all) {
            gather(follow(one), parts, depth);
        }
        for (String word : new String[] {"const", "enum"}) {
            for (Schema part : parts) {
                if (part.has(word)) {
                    return word.equals("const")
                            ? part.child(word).value()
                            : any(part.elements(word)).value();
                }
            }
        }
        String type = type(parts);
        return switch (type) {
            case "null" -> JsonValue.nothing();
            case "boolean" -> JsonValue.of(random.nextBoolean());
            case "integer" -> integer(parts);
            case "number" -> number(parts);
            case "string" -> JsonValue.of(string(parts));
            case "array" -> array(parts, depth);
            case "object" -> object(parts, depth);
            default -> anything(depth);
        };
    }

    private void gather(Schema schema, List<Schema> parts, int depth) {
        parts.add(schema);
        schema.elements("allOf").forEach(each -> gather(follow(each), parts, depth));
        for (String word : new String[] {"oneOf", "anyOf"}) {
            List<Schema> cases = schema.elements(word);
            if (!cases.isEmpty()) {
                gather(follow(depth > DEEP ? shallowest(cases) : any(cases)), parts, depth);
            }
        }
    }

    private Schema shallowest(List<Schema> cases) {
        return cases.stream()
                .filter(each -> {
                    Schema followed = follow(each);
                    return List.of("null", "string", "boolean", "integer").contains(followed.text("type"));
                })
                .findFirst()
                .orElse(cases.get(0));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String type(List<Schema> parts) {
        Set<String> types = null;
        for (Schema part : parts) {
            Set<String> own = new LinkedHashSet<>();
            if (!part.text("type").isEmpty()) {
                own.add(part.text("type"));
            }
            part.elements("type").forEach(each -> own.add(((JsonString) each.value()).value()));
            if (own.isEmpty()) {
                continue;
            }
            if (types == null) {
                types = own;
            } else {
                types.retainAll(own);
            }
        }
        if (types != null && !types.isEmpty()) {
            return any(new ArrayList<>(types));
        }
        boolean object = parts.stream().anyMatch(part -> part.has("properties") || part.has("required"));
        boolean array = parts.stream().anyMatch(part -> part.has("items"));
        return object
                ? "object"
                : array ? "array" : parts.stream().anyMatch(part -> part.has("pattern")) ? "string" : "any";
    }

    private static int bound(List<Schema> parts, String name, int otherwise) {
        return parts.stream()
                .filter(part -> part.has(name))
                .mapToInt(part -> part.number(name, otherwise))
                .findFirst()
                .orElse(otherwise);
    }

    private static String first(List<Schema> parts, String name) {
        return parts.stream()
                .map(part -> part.text(name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private JsonValue integer(List<Schema> parts) {
        int from = bound(parts, "minimum", first(parts, "format").startsWith("u") ? 0 : -1000);
        int to = bound(parts, "maximum", Math.max(from, 0) + 100_000);
        boolean wide = first(parts, "format").equals("uint64");
        return wide && random.nextBoolean()
                ? Json.parse("18446744073709551615")
                : JsonValue.of((long) from + random.nextInt(Math.max(1, Math.min(to - from + 1, 200))));
    }

    private JsonValue number(List<Schema> parts) {
        int from = bound(parts, "minimum", -1000);
        int to = bound(parts, "maximum", from + 2000);
        boolean whole = random.nextBoolean();
        BigDecimal fraction = whole ? BigDecimal.ZERO : new BigDecimal("0.25");
        return JsonValue.of(BigDecimal.valueOf(from + random.nextInt(Math.max(1, to - from)))
                .add(fraction));
    }

    private String string(List<Schema> parts) {
        String pattern = first(parts, "pattern");
        if (!pattern.isEmpty()) {
            return new PatternText(pattern, random).text();
        }
        return switch (first(parts, "format")) {
            case "date-time" -> "2026-0" + (1 + random.nextInt(9)) + "-11T10:15:30Z";
            case "date" -> "2026-01-3" + random.nextInt(2);
            case "uri" -> "https://example.org/" + random.nextInt(100);
            case "uuid" -> "123e4567-e89b-12d3-a456-42661417400" + random.nextInt(10);
            default -> any(List.of("", "a", "some text", "\u00e4\u20ac \"quoted\"", "0x" + random.nextInt(1000)));
        };
    }

    private JsonValue array(List<Schema> parts, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        for (Schema part : parts) {
            List<Schema> tuple = part.elements("items");
            if (tuple.size() > 1) {
                tuple.forEach(each -> elements.add(value(List.of(each), depth + 1)));
                return new JsonArray(elements);
            }
        }
        int least = bound(parts, "minItems", 0);
        int size = depth > DEEP ? least : Math.max(least, random.nextInt(3));
        List<Schema> element = new ArrayList<>();
        parts.stream().filter(part -> part.has("items")).forEach(part -> {
            List<Schema> list = part.elements("items");
            element.add(list.isEmpty() ? part.child("items") : list.get(0));
        });
        for (int i = 0; i < size; i++) {
            elements.add(element.isEmpty() ? anything(depth) : value(element, depth + 1));
        }
        return new JsonArray(elements);
    }

    private JsonValue object(List<Schema> parts, int depth) {
        Map<String, List<Schema>> properties = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        for (Schema part : parts) {
            if (part.has("properties")) {
                part.child("properties")
                        .members()
                        .forEach((name, value) -> properties
                                .computeIfAbsent(name, any -> new ArrayList<>())
                                .add(new Schema(part.file(), value)));
            }
            part.elements("required").forEach(each -> required.add(((JsonString) each.value()).value()));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        properties.forEach((name, schemas) -> {
            if (required.contains(name) || depth <= DEEP && random.nextBoolean()) {
                members.put(name, value(schemas, depth + 1));
            }
        });
        required.forEach(name -> members.computeIfAbsent(name, any -> anything(depth)));
        for (Schema part : parts) {
            addOthers(part, members, depth);
        }
        boolean undescribed = parts.stream()
                .noneMatch(part ->
                        part.has("properties") || part.has("patternProperties") || part.has("additionalProperties"));
        if (undescribed && depth <= DEEP) {
            members.putIfAbsent("any", anything(depth));
        }
        return new JsonObject(members);
    }

    private void addOthers(Schema part, Map<String, JsonValue> members, int depth) {
        JsonValue additional = part.members().get("additionalProperties");
        for (int i = 0; depth <= DEEP && i < random.nextInt(3); i++) {
            if (additional instanceof JsonObject) {
                members.putIfAbsent("other" + i, value(List.of(part.child("additionalProperties")), depth + 1));
            } else if (additional == JsonValue.JsonBoolean.TRUE && !part.has("patternProperties")) {
                members.putIfAbsent("other" + i, anything(depth));
            }
        }
        part.child("patternProperties").members().forEach((pattern, schema) -> {
            if (depth <= DEEP) {
                members.putIfAbsent(
                        new PatternText(pattern, random).text(),
                        value(List.of(new Schema(part.file(), schema)), depth + 1));
            }
        });
    }

    private JsonValue anything(int depth) {
        return switch (random.nextInt(depth > DEEP ? 4 : 6)) {
            case 0 -> JsonValue.nothing();
            case 1 -> JsonValue.of(random.nextBoolean());
            case 2 -> JsonValue.of(random.nextInt());
            case 3 -> JsonValue.of("text " + random.nextInt(10));
            case 4 -> JsonValue.array(anything(depth + 1));
            default -> JsonValue.object(Map.entry("any", anything(depth + 1)));
        };
    }
}
