package dev.parley.codec.databind;

import dev.parley.codec.Codec;
import dev.parley.message.ValueKind;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.lang.reflect.Type;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidDefinitionException;
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
        try {
            // Jackson looks at the type and all that it is made of now, while there are no bytes of a peer.
            this.reader = ParleyMapper.mapper().readerFor(type);
            this.writer = ParleyMapper.mapper().writerFor(type);
        } catch (ClassFromPeerException refusal) {
            throw new IllegalArgumentException(refusal.getMessage(), refusal);
        }
    }

    /**
     * The codec of a class.
     *
     * @throws IllegalArgumentException if the type, or one that it is made of, would let a peer name a class to load
     */
    public static <T> DatabindCodec<T> of(Class<T> type) {
        return of((Type) type);
    }

    /**
     * The codec of any type, generic ones too.
     *
     * @param type the same type as {@code T}, which the compiler can't check
     * @throws IllegalArgumentException if the type, or one that it is made of, would let a peer name a class to load
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
        try (JsonParser tokens = new FiniteNumbers(buffer.asParser())) {
            value = reader.readValue(tokens);
        } catch (ClassFromPeerException wrong) {
            throw unreadable(wrong);
        } catch (JacksonException wrong) {
            throw isOurs(wrong) ? unreadable(wrong) : DatabindError.of(wrong, in, type);
        }
        if (value == null) {
            throw in.unexpected(DatabindError.words(type.getRawClass()), kind.inWords());
        }
        return value;
    }

    private IllegalArgumentException unreadable(RuntimeException why) {
        return new IllegalArgumentException(type.toCanonical() + " can't be read by Jackson", why);
    }

    // Whoever sent the value has no part in it: no value of the type could be read.
    private static boolean isOurs(JacksonException wrong) {
        return wrong instanceof InvalidDefinitionException || ClassFromPeerException.among(wrong) != null;
    }

    /**
     * Writes one value.
     *
     * @throws IllegalArgumentException when Jackson can't write the value; the cause says why
     */
    @Override
    public void write(ValueWriter out, T value) {
        Objects.requireNonNull(value, type::toCanonical);
        TokenBuffer buffer = TokenBuffer.forGeneration();
        try {
            writer.writeValue(buffer, value);
        } catch (JacksonException | ClassFromPeerException wrong) {
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
