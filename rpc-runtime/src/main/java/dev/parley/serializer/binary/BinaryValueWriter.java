package dev.parley.serializer.binary;

import dev.parley.serializer.Members;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.WritableNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/** Writes values by Jackson's generator of a binary format. */
final class BinaryValueWriter implements ValueWriter {
    /** The slot of {@link Members#prepared} for names to write in binary formats. */
    private static final int SLOT = 2;

    private static final int DIGITS_OF_ANY_LONG = 18;
    private static final int MAX_INTEGER_DIGITS = 1000;
    /** What a scale may be in both formats: Smile has 31 bits for it, the sign among them. */
    private static final int MAX_SCALE = 1_000_000_000;

    private final BinaryFormat format;
    private final JsonGenerator out;
    private final References references;

    BinaryValueWriter(BinaryFormat format, JsonGenerator out, References references) {
        this.format = format;
        this.out = out;
        this.references = references;
    }

    @Override
    public void writeNull() {
        out.writeNull();
    }

    @Override
    public void writeBoolean(boolean value) {
        out.writeBoolean(value);
    }

    @Override
    public void writeInt(int value) {
        out.writeNumber(value);
    }

    @Override
    public void writeLong(long value) {
        out.writeNumber(value);
    }

    @Override
    public void writeDouble(double value) {
        out.writeNumber(value);
    }

    @Override
    public void writeFloat(float value) {
        out.writeNumber(value);
    }

    @Override
    public void writeBigInteger(BigInteger value) {
        WritableNumber.check(value);
        if (value.bitLength() <= 63) {
            out.writeNumber(value.longValue());
        } else {
            out.writeNumber(value);
        }
    }

    /** What JSON writes without a point is an integer here too. */
    @Override
    public void writeBigDecimal(BigDecimal value) {
        WritableNumber.check(value);
        if (value.scale() <= 0 && value.precision() - (long) value.scale() <= MAX_INTEGER_DIGITS) {
            writeBigInteger(value.toBigIntegerExact());
        } else {
            writeScaled(value);
        }
    }

    private void writeScaled(BigDecimal value) {
        if (Math.abs((long) value.scale()) > MAX_SCALE) {
            throw tooLarge(value.toString());
        }
        out.writeNumber(value);
    }

    private IllegalArgumentException tooLarge(String number) {
        return new IllegalArgumentException(
                format.title() + " has no exponent so large as that of " + ValueException.cut(number));
    }

    /** As what reads back as the same text: an integer, a double, or a number with a scale. */
    @Override
    public void writeNumberText(String text) {
        boolean integral = text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        if (integral && text.length() <= DIGITS_OF_ANY_LONG) {
            out.writeNumber(Long.parseLong(text));
        } else if (integral) {
            writeBigInteger(new BigInteger(text));
        } else {
            writeFraction(text);
        }
    }

    private void writeFraction(String text) {
        double number = Double.parseDouble(text);
        if (Double.toString(number).equals(text)) {
            out.writeNumber(number);
            return;
        }
        BigDecimal exact;
        try {
            exact = new BigDecimal(text);
        } catch (NumberFormatException exponentTooLarge) {
            throw tooLarge(text);
        }
        writeScaled(exact);
    }

    @Override
    public void writeString(String value) {
        out.writeString(value);
    }

    @Override
    public void writeBytes(byte[] value) {
        out.writeBinary(value);
    }

    @Override
    public void beginArray() {
        out.writeStartArray();
    }

    @Override
    public void endArray() {
        out.writeEndArray();
    }

    @Override
    public void beginObject() {
        out.writeStartObject();
    }

    @Override
    public void member(Members members, int index) {
        SerializableString[] names = members.prepared(SLOT, BinaryFormat::written);
        out.writeName(names[index]);
    }

    @Override
    public void member(String name) {
        out.writeName(name);
    }

    @Override
    public void endObject() {
        out.writeEndObject();
    }

    @Override
    public void writeEncoded(byte[] bytes, int from, int to) {
        format.writeEncoded(out, bytes, from, to - from);
    }

    @Override
    public References references() {
        return references;
    }
}
