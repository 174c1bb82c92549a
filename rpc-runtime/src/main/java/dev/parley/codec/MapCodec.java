package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A map as an object. */
record MapCodec<K, V extends @Nullable Object, M extends Map<K, V>>(
        KeyCodec<K> key, Codec<V> value, Supplier<? extends M> empty) implements Codec<M> {
    @Override
    public M read(ValueReader in) {
        M members = empty.get();
        in.beginObject();
        for (String name; (name = in.nextMember()) != null; ) {
            K decoded = readKey(in, name);
            int before = members.size();
            members.put(decoded, value.read(in));
            if (members.size() == before) {
                throw in.repeated(name);
            }
        }
        return members;
    }

    private K readKey(ValueReader in, String name) {
        try {
            return key.fromText(name);
        } catch (RuntimeException wrong) {
            throw in.unexpected("a name that is " + key.expected(), '"' + ValueException.cut(name) + '"');
        }
    }

    @Override
    public void write(ValueWriter out, M map) {
        out.beginObject();
        for (Map.Entry<K, V> member : map.entrySet()) {
            out.member(key.toText(member.getKey()));
            value.write(out, member.getValue());
        }
        out.endObject();
    }
}
