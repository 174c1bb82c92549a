package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A collection as an array. */
record CollectionCodec<E extends @Nullable Object, C extends Collection<E>>(
        Codec<E> element, Supplier<? extends C> empty) implements Codec<C> {
    @Override
    public C read(ValueReader in) {
        C elements = empty.get();
        in.beginArray();
        while (in.nextElement()) {
            elements.add(element.read(in));
        }
        return elements;
    }

    @Override
    public void write(ValueWriter out, C value) {
        out.beginArray();
        for (E one : value) {
            element.write(out, one);
        }
        out.endArray();
    }
}
