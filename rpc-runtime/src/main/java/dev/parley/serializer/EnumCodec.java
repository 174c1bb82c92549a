package dev.parley.serializer;

import java.util.HashMap;
import java.util.Map;

/** An enum's constants, by their names on the wire. */
final class EnumCodec<E extends Enum<E>> implements Codec<E>, KeyCodec<E> {
    private final String[] names;
    private final Map<String, E> constants = new HashMap<>();
    private final String expected;

    EnumCodec(Class<E> type, String... wireNames) {
        E[] all = type.getEnumConstants();
        if (all.length != wireNames.length) {
            throw new IllegalArgumentException(type.getName() + " has " + all.length + " constants, but "
                    + wireNames.length + " wire names are given");
        }
        names = wireNames.clone();
        for (E constant : all) {
            String name = names[constant.ordinal()];
            if (constants.put(name, constant) != null) {
                throw new IllegalArgumentException(
                        "two constants of " + type.getName() + " are named \"" + name + "\"");
            }
        }
        expected = (names.length == 1 ? "" : "one of ") + '"' + String.join("\", \"", names) + '"';
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
