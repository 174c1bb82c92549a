package dev.parley.cli;

import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonObject;
import java.util.Map;

/** Prints a value over several lines, two blanks a level. */
final class IndentedJson {
    private final StringBuilder out = new StringBuilder();

    private IndentedJson() {}

    static String of(JsonValue value) {
        IndentedJson json = new IndentedJson();
        json.append(value, "\n");
        return json.out.toString();
    }

    private void append(JsonValue value, String lineStart) {
        String inner = lineStart + "  ";
        String comma = "";
        if (value instanceof JsonArray array && !array.elements().isEmpty()) {
            out.append('[');
            for (JsonValue element : array.elements()) {
                out.append(comma).append(inner);
                append(element, inner);
                comma = ",";
            }
            out.append(lineStart).append(']');
        } else if (value instanceof JsonObject object && !object.members().isEmpty()) {
            out.append('{');
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                out.append(comma)
                        .append(inner)
                        .append(JsonValue.of(member.getKey()))
                        .append(": ");
                append(member.getValue(), inner);
                comma = ",";
            }
            out.append(lineStart).append('}');
        } else {
            out.append(value);
        }
    }
}
