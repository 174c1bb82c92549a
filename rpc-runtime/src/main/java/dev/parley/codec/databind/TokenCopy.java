package dev.parley.codec.databind;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Carries values between Jackson's tokens and our readers and writers. */
final class TokenCopy {
    private TokenCopy() {}

    /** Takes one value and writes its tokens. */
    static void read(ValueReader in, JsonGenerator out) {
        switch (in.peek()) {
            case NULL, ABSENT -> {
                in.skip();
                out.writeNull();
            }
            case BOOLEAN -> out.writeBoolean(in.readBoolean());
            case NUMBER -> readNumber(in, out);
            case STRING -> out.writeString(in.readString());
            case ARRAY -> {
                in.beginArray();
                out.writeStartArray();
                while (in.nextElement()) {
                    read(in, out);
                }
                out.writeEndArray();
            }
            case OBJECT -> {
                in.beginObject();
                out.writeStartObject();
                Set<String> names = new HashSet<>();
                for (String name; (name = in.nextMember()) != null; ) {
                    if (!names.add(name)) {
                        throw in.repeated(name);
                    }
                    out.writeName(name);
                    read(in, out);
                }
                out.writeEndObject();
            }
        }
    }

    private static void readNumber(ValueReader in, JsonGenerator out) {
        String text = in.readNumberText();
        boolean integral = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (integral && text.length() <= 18) {
            out.writeNumber(Long.parseLong(text));
        } else if (integral) {
            out.writeNumber(new BigInteger(text));
        } else {
            checkDigits(text, in);
            // As text: the type that wants it decides whether it is a double or exact.
            out.writeNumber(text);
        }
    }

    /** Refuses what other codecs refuse: an exponent that makes more digits than a number may have. */
    private static void checkDigits(String text, ValueReader in) {
        int most = in.limits().numberLength();
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.max(value.precision() - (long) value.scale(), value.scale()) <= most) {
                return;
            }
        } catch (NumberFormatException exponentTooLarge) {
            // Said below, as of any other number that has too many digits.
        }
        throw in.unexpected("a number of at most " + most + " digits", ValueException.cut(text));
    }

    /** Writes the value whose first token the parser stands at; leaves it at the last. */
    static void write(JsonParser in, ValueWriter out) {
        switch (in.currentToken()) {
            case VALUE_NULL -> out.writeNull();
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writeNumber(in, out);
            case VALUE_STRING -> out.writeString(in.getString());
            case VALUE_EMBEDDED_OBJECT -> writeEmbedded(in, out);
            case START_ARRAY -> {
                out.beginArray();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    write(in, out);
                }
                out.endArray();
            }
            case START_OBJECT -> {
                out.beginObject();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    out.member(in.currentName());
                    in.nextToken();
                    write(in, out);
                }
                out.endObject();
            }
            default -> throw new IllegalStateException("a value can't start with " + in.currentToken());
        }
    }

    private static void writeNumber(JsonParser in, ValueWriter out) {
        if (in.getNumberValueDeferred() instanceof String text) {
            out.writeNumberText(text);
            return;
        }
        switch (in.getNumberType()) {
            case INT -> out.writeInt(in.getIntValue());
            case LONG -> out.writeLong(in.getLongValue());
            case BIG_INTEGER -> out.writeBigInteger(in.getBigIntegerValue());
            case FLOAT -> out.writeFloat(in.getFloatValue());
            case DOUBLE -> out.writeDouble(in.getDoubleValue());
            case BIG_DECIMAL -> out.writeBigDecimal(in.getDecimalValue());
        }
    }

    private static void writeEmbedded(JsonParser in, ValueWriter out) {
        Object value = in.getEmbeddedObject();
        if (value instanceof byte[] bytes) {
            out.writeBytes(bytes);
        } else {
            throw new IllegalArgumentException("a serializer wrote raw content, which only one format could take");
        }
    }
}
