package dev.parley.codec;

import dev.parley.serializer.ValueReader;

/**
 * A codec of a type that is an object on the wire, which can also go on in an object that was begun already: what a
 * {@link UnionCodec} does once it has read which type it has before it.
 */
public interface MembersCodec<T> extends Codec<T> {
    /** Takes all further members of an object and its end. */
    T readMembers(ValueReader in);

    @Override
    default T read(ValueReader in) {
        in.beginObject();
        return readMembers(in);
    }
}
