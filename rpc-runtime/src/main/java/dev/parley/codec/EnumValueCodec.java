package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An enum's constants, by the values that they give. */
final class EnumValueCodec<E extends Enum<E>, V> implements Codec<E> {
    private final Codec<V> codec;
    private final Function<E, V> value;
    private final Map<V, E> constants = new LinkedHashMap<>();
    private final String expected;

    EnumValueCodec(Class<E> type, Codec<V> codec, Function<E, V> value) {
        this.codec = codec;
        this.value = value;
        for (E constant : type.getEnumConstants()) {
            constants.putIfAbsent(value.apply(constant), constant);
        }
        expected = constants.keySet().stream()
                .map(EnumValueCodec::text)
                .collect(Collectors.joining(", ", constants.size() == 1 ? "" : "one of ", ""));
    }

    @Override
    public E read(ValueReader in) {
        V found = codec.read(in);
        E constant = constants.get(found);
        if (constant == null) {
            throw in.unexpected(expected, text(found));
        }
        return constant;
    }

    @Override
    public void write(ValueWriter out, E constant) {
        codec.write(out, value.apply(constant));
    }

    private static String text(Object value) {
        return value instanceof String text ? '"' + ValueException.cut(text) + '"' : value.toString();
    }
}
