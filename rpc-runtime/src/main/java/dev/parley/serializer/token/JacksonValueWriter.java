package dev.parley.serializer.token;

import dev.parley.serializer.Members;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.WritableNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/** Writes values by Jackson's generator. */
public final class JacksonValueWriter implements ValueWriter {
    /** The slot of {@link Members#prepared} that is Jackson. */
    private static final int SLOT = 1;

    private final JsonGenerator out;
    private final int maxBytes;
    private final References references;

    public JacksonValueWriter(JsonGenerator out) {
        this(out, Integer.MAX_VALUE, References.NONE);
    }

    public JacksonValueWriter(JsonGenerator out, int maxBytes, References references) {
        this.out = out;
        this.maxBytes = maxBytes;
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
        out.writeNumber(value);
    }

    /** By its text, because Jackson refuses scales beyond 9,999; the size is checked before it is made. */
    @Override
    public void writeBigDecimal(BigDecimal value) {
        WritableNumber.check(value);
        if (Math.max(value.precision() - (long) value.scale(), value.scale()) > maxBytes) {
            throw new OversizedException(maxBytes);
        }
        out.writeNumber(value.toPlainString());
    }

    @Override
    public void writeNumberText(String text) {
        out.writeNumber(text);
    }

    @Override
    public void writeString(String value) {
        if (hasLoneSurrogate(value)) {
            out.writeRawValue(QuotedName.quote(value));
        } else {
            out.writeString(value);
        }
    }

    /** Jackson refuses them; a pair is one code point, so that what is left of the surrogates is alone. */
    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
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
        SerializableString[] names = members.prepared(SLOT, JacksonValueWriter::names);
        out.writeName(names[index]);
    }

    private static SerializableString[] names(Members members) {
        SerializableString[] names = new SerializableString[members.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = new QuotedName(members.name(i));
        }
        return names;
    }

    @Override
    public void member(String name) {
        out.writeName(new QuotedName(name));
    }

    @Override
    public void endObject() {
        out.writeEndObject();
    }

    @Override
    public void writeEncoded(byte[] bytes, int from, int to) {
        out.writeRawValue(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public References references() {
        return references;
    }
}
