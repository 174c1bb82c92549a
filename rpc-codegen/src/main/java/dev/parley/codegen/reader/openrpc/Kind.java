package dev.parley.codegen.reader.openrpc;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What {@code type} may say. */
enum Kind {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    static Optional<Kind> named(String name) {
        for (Kind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(JsonNode value) {
        if (value.isIntegralNumber()) {
            return INTEGER;
        } else if (value.isNumber()) {
            return NUMBER;
        } else if (value.isString()) {
            return STRING;
        } else if (value.isBoolean()) {
            return BOOLEAN;
        } else if (value.isArray()) {
            return ARRAY;
        }
        return value.isObject() ? OBJECT : NULL;
    }
}
