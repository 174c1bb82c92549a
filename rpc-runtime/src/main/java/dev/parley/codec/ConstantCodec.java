package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.Objects;

/** A value that is always the same: any other is refused. */
record ConstantCodec<T>(Codec<T> codec, T constant) implements Codec<T> {
    @Override
    public T read(ValueReader in) {
        T value = codec.read(in);
        if (!Objects.equals(value, constant)) {
            throw in.unexpected(inWords(constant), ValueException.cut(inWords(value)));
        }
        return constant;
    }

    private static String inWords(Object value) {
        return value instanceof String ? "\"" + value + '"' : String.valueOf(value);
    }

    @Override
    public void write(ValueWriter out, T value) {
        codec.write(out, constant);
    }
}
