package dev.parley.serializer.json;

import dev.parley.serializer.Members;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.WritableNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Writes JSON into an array that grows. The limit is checked when the array would grow, and at the end. */
final class JsonValueWriter implements ValueWriter {
    private static final int INITIAL_BYTES = 1024;
    /** An answer of some thousand records fits; with all writers that the pool keeps, this is 4 MiB. */
    private static final int KEPT_BYTES = 256 * 1024;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    /** For each ASCII character: 0 if it stands for itself, 'u' if it has no short escape, else the escape's letter. */
    private static final byte[] ESCAPES = escapes();

    private byte[] buffer = new byte[INITIAL_BYTES];
    private int position;
    private int maxBytes;
    /** Whether what comes next follows something in the same array or object. */
    private boolean comma;

    private References references = References.NONE;

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }

    /** Drops what was written. */
    void reset(int newMaxBytes) {
        maxBytes = newMaxBytes;
        position = 0;
        comma = false;
    }

    void reset(int newMaxBytes, References newReferences) {
        reset(newMaxBytes);
        if (references != newReferences) {
            references = newReferences;
        }
    }

    /** Lets go of what one large message made necessary. */
    void release() {
        if (references != References.NONE) {
            references = References.NONE;
        }
        if (buffer.length > KEPT_BYTES) {
            buffer = new byte[INITIAL_BYTES];
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int size() {
        checkSize(position);
        return position;
    }

    /** {@code ,"name":}, for keeping. */
    byte[] literal(String name) {
        comma = true;
        member(name);
        return Arrays.copyOf(buffer, position);
    }

    private void checkSize(long size) {
        if (size > maxBytes) {
            throw new OversizedException(maxBytes);
        }
    }

    /** Makes room for some bytes more; they may be fewer in the end, so that only what is there counts as too much. */
    private void reserve(int more) {
        if (more > buffer.length - position) {
            grow(more);
        }
    }

    private void grow(int more) {
        checkSize(position);
        long needed = (long) position + more;
        long doubled = Math.max(needed, buffer.length * 2L);
        // The largest array that every VM can make.
        int most = Integer.MAX_VALUE - 8;
        if (needed > most) {
            throw new OversizedException(maxBytes);
        }
        buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, most));
    }

    /** Starts a value: room for it and a comma, and the comma. */
    private void begin(int more) {
        reserve(more + 1);
        if (comma) {
            buffer[position++] = ',';
        }
        comma = true;
    }

    /** Writes a value of ASCII characters that need no escape. */
    private void ascii(String text) {
        checkSize((long) position + text.length());
        begin(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[position++] = (byte) text.charAt(i);
        }
    }

    @Override
    public void writeNull() {
        ascii("null");
    }

    @Override
    public void writeBoolean(boolean value) {
        ascii(value ? "true" : "false");
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        begin(NumberText.MAX_LONG);
        position = NumberText.put(buffer, position, value);
    }

    @Override
    public void writeDouble(double value) {
        if (Double.isFinite(value)) {
            begin(ShortestDecimal.MAX_BYTES);
            position = ShortestDecimal.put(buffer, position, value);
        } else {
            writeString(Double.toString(value));
        }
    }

    @Override
    public void writeFloat(float value) {
        if (Float.isFinite(value)) {
            begin(ShortestDecimal.MAX_BYTES);
            position = ShortestDecimal.put(buffer, position, value);
        } else {
            writeString(Float.toString(value));
        }
    }

    @Override
    public void writeBigInteger(BigInteger value) {
        WritableNumber.check(value);
        ascii(value.toString());
    }

    /** The length is checked before, because a scale of some digits makes a text of as many millions. */
    @Override
    public void writeBigDecimal(BigDecimal value) {
        WritableNumber.check(value);
        ascii(value.toPlainString());
    }

    @Override
    public void writeNumberText(String text) {
        ascii(text);
    }

    @Override
    public void writeString(String value) {
        begin(0);
        string(value);
    }

    private void string(String text) {
        int length = text.length();
        checkSize(position + length + 2L);
        reserve(length + 2);
        byte[] bytes = buffer;
        int to = position;
        bytes[to++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || ESCAPES[c] != 0) {
                position = to;
                stringFrom(text, i);
                return;
            }
            bytes[to++] = (byte) c;
        }
        bytes[to++] = '"';
        position = to;
    }

    private void stringFrom(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            reserve(8);
            char c = text.charAt(i);
            if (c < 0x80) {
                character(c);
            } else if (c < 0x800) {
                buffer[position++] = (byte) (0xC0 | c >> 6);
                buffer[position++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                buffer[position++] = (byte) (0xE0 | c >> 12);
                buffer[position++] = (byte) (0x80 | c >> 6 & 0x3F);
                buffer[position++] = (byte) (0x80 | c & 0x3F);
            } else if (isPair(text, i)) {
                pair(text.codePointAt(i++));
            } else {
                unicodeEscape(c);
            }
        }
        buffer[position++] = '"';
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    private void pair(int codePoint) {
        buffer[position++] = (byte) (0xF0 | codePoint >> 18);
        buffer[position++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        buffer[position++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        buffer[position++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void character(char c) {
        byte escape = ESCAPES[c];
        if (escape == 0) {
            buffer[position++] = (byte) c;
        } else if (escape == 'u') {
            unicodeEscape(c);
        } else {
            buffer[position++] = '\\';
            buffer[position++] = escape;
        }
    }

    private void unicodeEscape(char c) {
        buffer[position++] = '\\';
        buffer[position++] = 'u';
        buffer[position++] = HEX[c >> 12];
        buffer[position++] = HEX[c >> 8 & 0xF];
        buffer[position++] = HEX[c >> 4 & 0xF];
        buffer[position++] = HEX[c & 0xF];
    }

    @Override
    public void writeBytes(byte[] value) {
        checkSize(position + value.length / 3 * 4L);
        byte[] text = Base64.getEncoder().encode(value);
        begin(text.length + 2);
        buffer[position++] = '"';
        put(text, 0, text.length);
        buffer[position++] = '"';
    }

    private void put(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, buffer, position, to - from);
        position += to - from;
    }

    @Override
    public void beginArray() {
        begin(1);
        buffer[position++] = '[';
        comma = false;
    }

    @Override
    public void endArray() {
        end(']');
    }

    @Override
    public void beginObject() {
        begin(1);
        buffer[position++] = '{';
        comma = false;
    }

    @Override
    public void endObject() {
        end('}');
    }

    private void end(char bracket) {
        reserve(1);
        buffer[position++] = (byte) bracket;
        comma = true;
    }

    @Override
    public void member(Members members, int index) {
        PreparedNames names = PreparedNames.of(members);
        Literal literal = comma ? names.further(index) : names.first(index);
        reserve(literal.room());
        position = literal.put(buffer, position);
        comma = false;
    }

    @Override
    public void member(String name) {
        begin(0);
        string(name);
        reserve(1);
        buffer[position++] = ':';
        comma = false;
    }

    @Override
    public void writeEncoded(byte[] bytes, int from, int to) {
        checkSize((long) position + to - from);
        begin(to - from);
        put(bytes, from, to);
    }

    @Override
    public References references() {
        return references;
    }
}
