package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stands for a codec that is not made yet. Two threads may both ask for it, and get the same. */
final class LazyCodec<T extends @Nullable Object> implements Codec<T> {
    private final Supplier<Codec<T>> supplier;
    private volatile @Nullable Codec<T> made;

    LazyCodec(Supplier<Codec<T>> supplier) {
        this.supplier = supplier;
    }

    private Codec<T> codec() {
        Codec<T> codec = made;
        if (codec == null) {
            codec = supplier.get();
            made = codec;
        }
        return codec;
    }

    @Override
    public T read(ValueReader in) {
        return codec().read(in);
    }

    @Override
    public void write(ValueWriter out, T value) {
        codec().write(out, value);
    }
}
