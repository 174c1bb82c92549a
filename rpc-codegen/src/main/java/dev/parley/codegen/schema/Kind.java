package dev.parley.codegen.schema;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of JSON value, as {@code type} names it. */
public enum Kind {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT;

    /** The kind of a name; empty when there is none of that name. */
    public static Optional<Kind> named(String name) {
        for (Kind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The name in a schema. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a value. */
    public static Kind of(JsonNode value) {
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
