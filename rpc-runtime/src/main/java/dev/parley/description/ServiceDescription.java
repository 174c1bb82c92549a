package dev.parley.description;

import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonBoolean;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what an OpenRPC document says in the shape of the JSON-RPC 1.1 working draft of 2006-08-07, section 8: a
 * Service Description with its procedures, whose types are one of seven words.
 */
final class ServiceDescription {
    private static final Pattern VERSION = Pattern.compile("^(\\d+\\.\\d+)");
    private static final int DEEPEST = 32;

    private final JsonObject document;

    private ServiceDescription(JsonObject document) {
        this.document = document;
    }

    static JsonValue of(JsonObject document) {
        return new ServiceDescription(document).describe();
    }

    private JsonValue describe() {
        JsonValue info = document.members().get("info");
        String title = text(info, "title");
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("sdversion", JsonValue.of("1.0"));
        members.put("name", JsonValue.of(title));
        // The draft wants a URI that names the service everywhere: made from its title, so that it stays the same.
        members.put("id", JsonValue.of("urn:uuid:" + UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8))));
        Matcher version = VERSION.matcher(text(info, "version"));
        if (version.find()) {
            members.put("version", JsonValue.of(version.group(1)));
        }
        List<JsonValue> procedures = new ArrayList<>();
        elements(document, "methods").forEach(method -> procedures.add(procedure(method)));
        members.put("procs", new JsonArray(procedures));
        return new JsonObject(members);
    }

    private JsonValue procedure(JsonValue method) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(text(method, "name")));
        String summary = text(method, "summary");
        if (!summary.isEmpty()) {
            members.put("summary", JsonValue.of(summary));
        }
        if (member(method, "x-idempotent") == JsonBoolean.TRUE) {
            members.put("idempotent", JsonValue.of(true));
        }
        List<JsonValue> params = new ArrayList<>();
        for (JsonValue param : elements(method, "params")) {
            params.add(JsonValue.object(
                    Map.entry("name", JsonValue.of(text(param, "name"))),
                    Map.entry("type", JsonValue.of(argumentType(member(param, "schema"))))));
        }
        members.put("params", new JsonArray(params));
        JsonValue result = member(method, "result");
        String type = result == null ? "nil" : type(member(result, "schema"), 0);
        members.put("return", JsonValue.object(Map.entry("type", JsonValue.of(type))));
        return new JsonObject(members);
    }

    /** No argument is of the type {@code nil}, says the draft. */
    private String argumentType(@Nullable JsonValue schema) {
        String type = type(schema, 0);
        return type.equals("nil") ? "any" : type;
    }

    private String type(@Nullable JsonValue schema, int depth) {
        if (schema == null || depth > DEEPEST) {
            return "any";
        }
        String ref = text(schema, "$ref");
        if (ref.startsWith("#/components/schemas/")) {
            JsonValue schemas = member(member(document, "components"), "schemas");
            return type(member(schemas, ref.substring("#/components/schemas/".length())), depth + 1);
        }
        List<JsonValue> choices = elements(schema, "anyOf");
        if (!choices.isEmpty()) {
            return commonType(choices, depth);
        }
        return switch (text(schema, "type")) {
            case "boolean" -> "bit";
            case "integer", "number" -> "num";
            case "string" -> "str";
            case "array" -> "arr";
            case "object" -> "obj";
            case "null" -> "nil";
            default ->
                elements(schema, "enum").stream().allMatch(JsonString.class::isInstance)
                                && !elements(schema, "enum").isEmpty()
                        ? "str"
                        : "any";
        };
    }

    /** The type of all choices but null, if they agree. */
    private String commonType(List<JsonValue> choices, int depth) {
        List<String> types = choices.stream()
                .map(choice -> type(choice, depth + 1))
                .filter(type -> !type.equals("nil"))
                .distinct()
                .toList();
        return types.size() == 1 ? types.get(0) : "any";
    }

    private static @Nullable JsonValue member(@Nullable JsonValue value, String name) {
        return value instanceof JsonObject object ? object.members().get(name) : null;
    }

    private static String text(@Nullable JsonValue value, String name) {
        return member(value, name) instanceof JsonString string ? string.value() : "";
    }

    private static List<JsonValue> elements(JsonValue value, String name) {
        return member(value, name) instanceof JsonArray array ? array.elements() : List.of();
    }
}
