package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.List;

/** A codec that refuses values for which a rule does not hold. */
record CheckedCodec<T>(Codec<T> codec, List<Rule<? super T>> rules) implements Codec<T> {
    @Override
    public T read(ValueReader in) {
        T value = codec.read(in);
        for (Rule<? super T> rule : rules) {
            rule.check(in, value);
        }
        return value;
    }

    @Override
    public void write(ValueWriter out, T value) {
        codec.write(out, value);
    }
}
