package dev.parley.codec;

import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.ValueException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value without a type, for the places that have none: dynamic calls, the data of an error. Immutable.
 *
 * <p>{@link #toString()} is its JSON text; {@code dev.parley.codec.Json} reads one from text.
 */
public sealed interface JsonValue {
    /** The value as JSON, on one line. */
    @Override
    String toString();

    /** {@code null}. */
    enum JsonNull implements JsonValue {
        /** The only one. */
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    /** {@code true} or {@code false}. */
    enum JsonBoolean implements JsonValue {
        /** {@code true}. */
        TRUE,
        /** {@code false}. */
        FALSE;

        /** As Java has it. */
        public boolean value() {
            return this == TRUE;
        }

        @Override
        public String toString() {
            return this == TRUE ? "true" : "false";
        }
    }

    /**
     * A number as it is written, so that none loses a digit.
     *
     * @param text its text, in JSON's grammar (RFC 8259, section 6)
     */
    record JsonNumber(String text) implements JsonValue {
        /** Checks the grammar. */
        public JsonNumber {
            if (!JsonText.isNumber(text)) {
                throw new IllegalArgumentException("\"" + text + "\" is not a JSON number");
            }
        }

        /**
         * Its value, for calculating with it.
         *
         * @throws ArithmeticException when it has more than 1,000 digits, written without exponent: a peer's
         *     {@code 1e20000000} must not become so many. {@link #text()} has it as it is written
         */
        public BigDecimal value() {
            int most = ReadLimits.DEFAULT.numberLength();
            BigDecimal value = Decimals.of(text, most);
            if (value == null) {
                throw new ArithmeticException("a number of more than " + most + " digits: " + ValueException.cut(text));
            }
            return value;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * A string.
     *
     * @param value its characters, unescaped
     */
    record JsonString(String value) implements JsonValue {
        @Override
        public String toString() {
            return JsonText.of(this);
        }
    }

    /**
     * An array.
     *
     * @param elements its elements
     */
    record JsonArray(List<JsonValue> elements) implements JsonValue {
        /** Copies the list. */
        public JsonArray {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString() {
            return JsonText.of(this);
        }
    }

    /**
     * An object.
     *
     * @param members its members, in order
     */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        /** Copies the map and keeps its order. */
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String toString() {
            return JsonText.of(this);
        }
    }

    /** {@code null}. */
    static JsonValue nothing() {
        return JsonNull.NULL;
    }

    /** A boolean. */
    static JsonValue of(boolean value) {
        return value ? JsonBoolean.TRUE : JsonBoolean.FALSE;
    }

    /** An integer. */
    static JsonValue of(long value) {
        return new JsonNumber(Long.toString(value));
    }

    /** A number. */
    static JsonValue of(BigDecimal value) {
        return new JsonNumber(value.toString());
    }

    /** A string. */
    static JsonValue of(String value) {
        return new JsonString(value);
    }

    /** An array. */
    static JsonValue array(JsonValue... elements) {
        return new JsonArray(List.of(elements));
    }

    /** An object with the given members, in order; one name twice is an {@link IllegalArgumentException}. */
    @SafeVarargs
    static JsonValue object(Map.Entry<String, JsonValue>... members) {
        Map<String, JsonValue> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> member : members) {
            if (map.put(member.getKey(), member.getValue()) != null) {
                throw new IllegalArgumentException("two members are named \"" + member.getKey() + "\"");
            }
        }
        return new JsonObject(map);
    }
}
