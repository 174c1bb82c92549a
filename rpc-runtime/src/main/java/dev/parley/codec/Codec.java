package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the values of one Java type, in any format. The generator writes one for each model type that it
 * sees; {@link Codecs} has those of Java's own types; a user may write one by hand and name it with
 * {@code @RpcCodec}.
 *
 * <p>Implementations are immutable and used by many threads at once.
 *
 * @param <T> the type; a codec takes no nulls unless it says so, see {@link Codecs#nullable}
 */
public interface Codec<T extends @Nullable Object> {
    /**
     * Takes one value. Nothing may come of it but the value: what looked like an answer may turn out to be none, and
     * then be read once more.
     *
     * @throws dev.parley.serializer.ValueException when what comes next is no such value
     */
    T read(ValueReader in);

    /** Writes one value. */
    void write(ValueWriter out, T value);
}
