package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;

/**
 * A codec of a type whose values are one string each. It serves as the codec of such keys too.
 *
 * @param expected what a right text is, in words
 * @param print makes the text
 * @param parse reads it, or throws what this type's parser throws
 */
record TextCodec<T>(String expected, Function<T, String> print, Function<String, T> parse)
        implements Codec<T>, KeyCodec<T> {
    static final TextCodec<URI> URI = new TextCodec<>("a URI", java.net.URI::toString, java.net.URI::create);
    static final TextCodec<UUID> UUID = new TextCodec<>(
            "a UUID such as 123e4567-e89b-12d3-a456-426614174000", java.util.UUID::toString, TextCodec::parseUuid);
    static final TextCodec<Character> CHAR =
            new TextCodec<>("a string of one character", String::valueOf, TextCodec::parseChar);

    @Override
    public T read(ValueReader in) {
        String text = in.readString();
        try {
            return parse.apply(text);
        } catch (RuntimeException wrong) {
            // Parsers throw exceptions of many kinds; what they say may show our insides, so we say it ourselves.
            throw in.unexpected(expected, '"' + ValueException.cut(text) + '"');
        }
    }

    @Override
    public void write(ValueWriter out, T value) {
        out.writeString(print.apply(value));
    }

    @Override
    public T fromText(String text) {
        return parse.apply(text);
    }

    @Override
    public String toText(T key) {
        return print.apply(key);
    }

    /** Java's own parser takes {@code 1-1-1-1-1} too. */
    private static UUID parseUuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not 36 characters");
        }
        return java.util.UUID.fromString(text);
    }

    private static Character parseChar(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("not one character");
        }
        return text.charAt(0);
    }
}
