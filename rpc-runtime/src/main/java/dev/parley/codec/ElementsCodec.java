package dev.parley.codec;

import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;

/**
 * A codec of a type that is an array on the wire, which can also take the rest of an array that was begun already: the
 * arguments of a method with variable arguments.
 */
public interface ElementsCodec<A> extends Codec<A> {
    /** A value without elements. */
    A none();

    /** Takes all further elements of an array and its end. */
    A readElements(ValueReader in);

    /** Writes the elements, without the array's start and end. */
    void writeElements(ValueWriter out, A value);

    @Override
    default A read(ValueReader in) {
        in.beginArray();
        return readElements(in);
    }

    @Override
    default void write(ValueWriter out, A value) {
        out.beginArray();
        writeElements(out, value);
        out.endArray();
    }
}
