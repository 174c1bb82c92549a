package dev.parley.serializer.token;

import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.ReadLimits;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;

/**
 * The text of a frame, and parsers over parts of it. Jackson reads characters here, not bytes: of bytes it guesses the
 * encoding and takes overlong forms, and in names it refuses escaped lone surrogates. Indexes are those of the bytes.
 */
public final class Source {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private final ReadLimits limits;
    private final char[] text;
    /** For each character, and for the end, the index of its first byte; in a surrogate pair, each half has two bytes. */
    private final int[] indexes;

    public Source(byte[] bytes, int from, int to, ReadLimits limits) {
        this.bytes = bytes;
        this.start = from;
        this.end = to;
        this.limits = limits;
        this.text = decode();
        this.indexes = new int[text.length + 1];
        int at = from;
        for (int i = 0; i < text.length; i++) {
            indexes[i] = at;
            char c = text[i];
            at += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        indexes[text.length] = at;
    }

    private char[] decode() {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return Arrays.copyOf(decoded.array(), decoded.length());
        } catch (CharacterCodingException wrong) {
            throw malformed("not UTF-8", start);
        }
    }

    public ReadLimits limits() {
        return limits;
    }

    public int end() {
        return end;
    }

    /** Where the text starts, after a byte order mark. */
    public int textStart() {
        return text.length > 0 && text[0] == '\uFEFF' ? start + 3 : start;
    }

    public Tokens tokens(int from, int to) {
        int first = Arrays.binarySearch(indexes, from);
        int last = Arrays.binarySearch(indexes, to);
        return new Tokens(first, JsonTokens.FACTORY.createParser(ObjectReadContext.empty(), text, first, last - first));
    }

    public boolean hasEscape(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }

    public MalformedMessageException malformed(String problem, int at) {
        return new MalformedMessageException(problem, at - start);
    }

    /** Jackson's tokens with their offsets in the array, and its errors as ours. */
    public final class Tokens {
        private final int base;
        private final JsonParser parser;

        private Tokens(int base, JsonParser parser) {
            this.base = base;
            this.parser = parser;
        }

        public JsonParser parser() {
            return parser;
        }

        /** Moves on, and reads the token to its end; null at the end. */
        public @Nullable JsonToken next() {
            try {
                JsonToken token = parser.nextToken();
                if (token != null) {
                    parser.finishToken();
                    check(token);
                }
                return token;
            } catch (JacksonException wrong) {
                throw malformed("not well-formed JSON", index(wrong.getLocation()));
            }
        }

        private void check(JsonToken token) {
            int length = to() - from();
            if (token.isNumeric() && length > limits.numberLength()) {
                throw malformed("number longer than " + limits.numberLength() + " characters", from());
            }
            if (token == JsonToken.PROPERTY_NAME && nameLength() > limits.nameLength()) {
                throw malformed("name longer than " + limits.nameLength() + " bytes", from());
            }
        }

        /** Counted here, because Jackson has gone on to the value. */
        private int nameLength() {
            int i = from() + 1;
            while (bytes[i] != '"') {
                i += bytes[i] == '\\' ? 2 : 1;
            }
            return i - from() - 1;
        }

        public int from() {
            return index(parser.currentTokenLocation());
        }

        public int to() {
            return index(parser.currentLocation());
        }

        private int index(TokenStreamLocation location) {
            return indexes[Math.min(base + (int) location.getCharOffset(), text.length)];
        }
    }
}
