package dev.parley.codegen.openrpc;

import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonNumber;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** JSON in one form: members by name, numbers by value, points in time without needless zeros. */
final class Same {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");

    private Same() {}

    static JsonValue form(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return new JsonNumber(number.value().stripTrailingZeros().toPlainString());
        } else if (value instanceof JsonArray array) {
            return new JsonArray(array.elements().stream().map(Same::form).toList());
        } else if (value instanceof JsonObject object) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            new TreeMap<>(object.members()).forEach((name, member) -> members.put(name, form(member)));
            return new JsonObject(members);
        } else if (value instanceof JsonString text
                && TIME.matcher(text.value()).matches()) {
            return JsonValue.of(OffsetDateTime.parse(text.value()).toString());
        }
        return value;
    }
}
