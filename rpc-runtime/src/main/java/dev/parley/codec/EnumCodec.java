package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An enum's constants, by their names on the wire, and by others that are read only. */
final class EnumCodec<E extends Enum<E>> implements Codec<E>, KeyCodec<E> {
    private final String[] names;
    private final Map<String, E> constants = new HashMap<>();
    private final String expected;

    EnumCodec(Class<E> type, Map<String, E> aliases, String... wireNames) {
        E[] all = type.getEnumConstants();
        if (all.length != wireNames.length) {
            throw new IllegalArgumentException(type.getName() + " has " + all.length + " constants, but "
                    + wireNames.length + " wire names are given");
        }
        names = wireNames.clone();
        for (E constant : all) {
            name(names[constant.ordinal()], constant);
        }
        aliases.forEach(this::name);
        expected = among(List.of(names));
    }

    private void name(String name, E constant) {
        if (constants.put(name, constant) != null) {
            throw new IllegalArgumentException(
                    "two constants of " + constant.getDeclaringClass().getName() + " are named \"" + name + "\"");
        }
    }

    /** What is expected where only some texts are right. */
    static String among(Collection<String> texts) {
        return texts.stream()
                .map(text -> '"' + text + '"')
                .collect(Collectors.joining(", ", texts.size() == 1 ? "" : "one of ", ""));
    }

    @Override
    public E read(ValueReader in) {
        String name = in.readString();
        E constant = constants.get(name);
        if (constant == null) {
            throw in.unexpected(expected, '"' + ValueException.cut(name) + '"');
        }
        return constant;
    }

    @Override
    public void write(ValueWriter out, E value) {
        out.writeString(toText(value));
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public String toText(E key) {
        return names[key.ordinal()];
    }

    @Override
    public E fromText(String text) {
        E constant = constants.get(text);
        if (constant == null) {
            throw new IllegalArgumentException("no such constant");
        }
        return constant;
    }
}
