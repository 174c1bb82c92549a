package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A codec of two functions. */
record FunctionCodec<T extends @Nullable Object>(Function<ValueReader, T> reader, BiConsumer<ValueWriter, T> writer)
        implements Codec<T> {
    @Override
    public T read(ValueReader in) {
        return reader.apply(in);
    }

    @Override
    public void write(ValueWriter out, T value) {
        writer.accept(out, value);
    }
}
