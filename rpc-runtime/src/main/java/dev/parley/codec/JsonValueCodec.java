package dev.parley.codec;

import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonBoolean;
import dev.parley.codec.JsonValue.JsonNull;
import dev.parley.codec.JsonValue.JsonNumber;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values without a type. Reading recurses as deep as the value nests, which the reader bounds. */
final class JsonValueCodec implements Codec<JsonValue> {
    @Override
    public JsonValue read(ValueReader in) {
        return switch (in.peek()) {
            case BOOLEAN -> JsonValue.of(in.readBoolean());
            case NUMBER -> new JsonNumber(in.readNumberText());
            case STRING -> new JsonString(in.readString());
            case ARRAY -> readArray(in);
            case OBJECT -> readObject(in);
            case NULL, ABSENT -> {
                in.skip();
                yield JsonNull.NULL;
            }
        };
    }

    private JsonValue readArray(ValueReader in) {
        List<JsonValue> elements = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            elements.add(read(in));
        }
        return new JsonArray(elements);
    }

    private JsonValue readObject(ValueReader in) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        in.beginObject();
        for (String name; (name = in.nextMember()) != null; ) {
            if (members.put(name, read(in)) != null) {
                throw in.repeated(name);
            }
        }
        return new JsonObject(members);
    }

    @Override
    public void write(ValueWriter out, JsonValue value) {
        if (value instanceof JsonString string) {
            out.writeString(string.value());
        } else if (value instanceof JsonNumber number) {
            out.writeNumberText(number.text());
        } else if (value instanceof JsonBoolean bool) {
            out.writeBoolean(bool.value());
        } else if (value instanceof JsonArray array) {
            out.beginArray();
            array.elements().forEach(element -> write(out, element));
            out.endArray();
        } else if (value instanceof JsonObject object) {
            out.beginObject();
            object.members().forEach((name, member) -> {
                out.member(name);
                write(out, member);
            });
            out.endObject();
        } else {
            out.writeNull();
        }
    }
}
