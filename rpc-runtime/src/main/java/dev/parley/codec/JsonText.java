package dev.parley.codec;

import dev.parley.serializer.ValueException;
import java.util.Map;
import java.util.regex.Pattern;

/** Prints untyped values for people: logs, the command line, tests. Serializers write messages. */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private JsonText() {}

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    static String of(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, JsonValue value) {
        if (value instanceof JsonValue.JsonString string) {
            appendString(out, string.value());
        } else if (value instanceof JsonValue.JsonArray array) {
            out.append('[');
            String comma = "";
            for (JsonValue element : array.elements()) {
                out.append(comma);
                append(out, element);
                comma = ",";
            }
            out.append(']');
        } else if (value instanceof JsonValue.JsonObject object) {
            out.append('{');
            String comma = "";
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                out.append(comma);
                appendString(out, member.getKey());
                out.append(':');
                append(out, member.getValue());
                comma = ",";
            }
            out.append('}');
        } else {
            out.append(value);
        }
    }

    private static void appendString(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (isUnprintable(c) || isLone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** What people should not have on their terminals; JSON allows every character to be escaped. */
    private static boolean isUnprintable(char c) {
        return (c < 0x20 || c >= 0x7F)
                && !ValueException.printable(String.valueOf(c)).equals(String.valueOf(c));
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
