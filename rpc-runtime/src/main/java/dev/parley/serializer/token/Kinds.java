package dev.parley.serializer.token;

import dev.parley.message.ValueKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** The kinds of value that Jackson's tokens start. */
public final class Kinds {
    private Kinds() {}

    public static ValueKind of(@Nullable JsonToken token) {
        if (token == null) {
            return ValueKind.ABSENT;
        }
        return switch (token) {
            case VALUE_NULL -> ValueKind.NULL;
            case VALUE_TRUE, VALUE_FALSE -> ValueKind.BOOLEAN;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ValueKind.NUMBER;
            case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> ValueKind.STRING;
            case START_ARRAY -> ValueKind.ARRAY;
            case START_OBJECT, PROPERTY_NAME -> ValueKind.OBJECT;
            default -> ValueKind.ABSENT;
        };
    }
}
