package dev.parley.codec;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON text from and to values, outside any connection: for tests, files, the command line.
 *
 * <p>Limits are those of {@link ReadLimits#DEFAULT}. Wrong text is a
 * {@link dev.parley.serializer.MalformedMessageException}, a wrong value a
 * {@link dev.parley.serializer.ValueException}.
 */
public final class Json {
    private Json() {}

    /** The value of a JSON text. */
    public static JsonValue parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The value of a JSON text in UTF-8. */
    public static JsonValue parse(byte[] text) {
        return read(Codecs.JSON_VALUE, text);
    }

    /** The value's JSON text, without white space. */
    public static String write(JsonValue value) {
        return new String(write(Codecs.JSON_VALUE, value), StandardCharsets.UTF_8);
    }

    /** Reads a value of some type from JSON text in UTF-8; nothing but white space may follow it. */
    public static <T extends @Nullable Object> T read(Codec<T> codec, byte[] text) {
        return codec.read(JsonSerializer.text(text, ReadLimits.DEFAULT));
    }

    /** The JSON text of a value, in UTF-8. */
    public static <T extends @Nullable Object> byte[] write(Codec<T> codec, T value) {
        try (MessageWriter writer = JsonSerializer.INSTANCE.write(Integer.MAX_VALUE, References.NONE)) {
            codec.write(writer.begin(), value);
            Frame frame = writer.end();
            return frame.toByteArray();
        }
    }
}
