package dev.parley.codec.databind;

import dev.parley.codec.Codec;
import dev.parley.message.ValueKind;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.lang.reflect.Type;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.util.TokenBuffer;

/**
 * A codec of any type that jackson-databind knows, by {@link ParleyMapper}: for types that have no generated codec,
 * because they have Jackson annotations of their own or come from elsewhere.
 *
 * <p>It works with every serializer: values pass through a buffer of tokens, so that bytes are read once. It takes no
 * nulls, except for types that turn null into a value, such as {@code Optional}. Objects by reference inside such a type
 * do not work.
 *
 * @param <T> the type
 */
public final class DatabindCodec<T> implements Codec<T> {
    private final JavaType type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private DatabindCodec(JavaType type) {
        this.type = type;
        this.reader = ParleyMapper.mapper().readerFor(type);
        this.writer = ParleyMapper.mapper().writerFor(type);
    }

    /** The codec of a class. */
    public static <T> DatabindCodec<T> of(Class<T> type) {
        return of((Type) type);
    }

    /**
     * The codec of any type, generic ones too.
     *
     * @param type the same type as {@code T}, which the compiler can't check
     */
    public static <T> DatabindCodec<T> of(Type type) {
        return new DatabindCodec<>(ParleyMapper.mapper().constructType(type));
    }

    @Override
    public T read(ValueReader in) {
        ValueKind kind = in.peek();
        TokenBuffer buffer = TokenBuffer.forGeneration();
        TokenCopy.read(in, buffer);
        T value;
        try (JsonParser tokens = buffer.asParser()) {
            value = reader.readValue(tokens);
        } catch (JacksonException wrong) {
            throw DatabindError.of(wrong, in, type);
        }
        if (value == null) {
            throw in.unexpected(DatabindError.words(type.getRawClass()), kind.inWords());
        }
        return value;
    }

    /**
     * Writes one value.
     *
     * @throws IllegalArgumentException when Jackson can't write the value; the cause says why
     */
    @Override
    public void write(ValueWriter out, T value) {
        TokenBuffer buffer = TokenBuffer.forGeneration();
        try {
            writer.writeValue(buffer, value);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException(type.toCanonical() + " can't be written by Jackson", wrong);
        }
        try (JsonParser tokens = buffer.asParser()) {
            tokens.nextToken();
            TokenCopy.write(tokens, out);
        }
    }

    @Override
    public String toString() {
        return "DatabindCodec[" + type.toCanonical() + "]";
    }
}
