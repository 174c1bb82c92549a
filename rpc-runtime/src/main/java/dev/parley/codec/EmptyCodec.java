package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/**
 * A codec of a type that has values of its own for null and for what is missing, which are never null.
 *
 * @param codec reads and writes the values, null on the wire among them
 * @param ofNull what null is
 * @param ofNothing what a missing member is
 */
record EmptyCodec<T>(Codec<T> codec, T ofNull, T ofNothing) implements Codec<T> {
    @Override
    public T read(ValueReader in) {
        return codec.read(in);
    }

    @Override
    public void write(ValueWriter out, T value) {
        codec.write(out, value);
    }
}
