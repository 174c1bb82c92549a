package dev.parley.serializer.token;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import dev.parley.serializer.json.JsonSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * A member's name in our own quoting: Jackson's refuses lone surrogates, which we write as escapes, and has its own case
 * for hexadecimal digits.
 */
final class QuotedName implements SerializableString {
    private final SerializedString plain;
    private final byte[] quoted;

    QuotedName(String name) {
        plain = new SerializedString(name);
        String text = quote(name);
        quoted = text.substring(1, text.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    /** The text as a JSON string with its quotes. */
    static String quote(String text) {
        try (MessageWriter writer = JsonSerializer.INSTANCE.write(Integer.MAX_VALUE, References.NONE)) {
            writer.begin().writeString(text);
            Frame quoted = writer.end();
            return new String(quoted.bytes(), quoted.from(), quoted.length(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String getValue() {
        return plain.getValue();
    }

    @Override
    public int charLength() {
        return plain.charLength();
    }

    @Override
    public char[] asQuotedChars() {
        return new String(quoted, StandardCharsets.UTF_8).toCharArray();
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return plain.asUnquotedUTF8();
    }

    @Override
    public byte[] asQuotedUTF8() {
        return quoted;
    }

    @Override
    public int appendQuotedUTF8(byte[] buffer, int offset) {
        if (offset + quoted.length > buffer.length) {
            return -1;
        }
        System.arraycopy(quoted, 0, buffer, offset, quoted.length);
        return quoted.length;
    }

    @Override
    public int appendQuoted(char[] buffer, int offset) {
        char[] characters = asQuotedChars();
        if (offset + characters.length > buffer.length) {
            return -1;
        }
        System.arraycopy(characters, 0, buffer, offset, characters.length);
        return characters.length;
    }

    @Override
    public int appendUnquotedUTF8(byte[] buffer, int offset) {
        return plain.appendUnquotedUTF8(buffer, offset);
    }

    @Override
    public int appendUnquoted(char[] buffer, int offset) {
        return plain.appendUnquoted(buffer, offset);
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) throws IOException {
        out.write(quoted);
        return quoted.length;
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        return plain.writeUnquotedUTF8(out);
    }

    @Override
    public int putQuotedUTF8(ByteBuffer buffer) {
        if (buffer.remaining() < quoted.length) {
            return -1;
        }
        buffer.put(quoted);
        return quoted.length;
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer buffer) throws IOException {
        return plain.putUnquotedUTF8(buffer);
    }

    /** The name itself, which is what Jackson's token buffer asks for. */
    @Override
    public String toString() {
        return plain.getValue();
    }
}
