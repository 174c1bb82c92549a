package dev.parley.serializer;

import dev.parley.message.Dialect;
import dev.parley.message.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/** The member names of one object type, in order, prepared for reading and writing. Immutable; make it once. */
public final class Members {
    private static final Members USUAL = named(Dialect.V2_0);
    private static final Map<Dialect, Members> OTHERS = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<String> names;
    private final byte[][] utf8;
    private final Map<String, Integer> indexes;
    private volatile Object[] prepared = new Object[0];

    private Members(String[] names) {
        this.names = List.of(names);
        this.utf8 = new byte[names.length][];
        this.indexes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            utf8[i] = names[i].getBytes(StandardCharsets.UTF_8);
            if (indexes.put(names[i], i) != null) {
                throw new IllegalArgumentException("two members are named \"" + names[i] + "\"");
            }
        }
    }

    /** The members with these names. */
    public static Members of(String... names) {
        return new Members(names);
    }

    /**
     * The members of a dialect's messages, each at its ordinal in {@link Envelope.Member}. Those that a dialect does not
     * have come last, and are left out.
     */
    public static Members of(Dialect dialect) {
        return dialect.hasUsualMembers() ? USUAL : OTHERS.computeIfAbsent(dialect, Members::named);
    }

    private static Members named(Dialect dialect) {
        List<String> names = new ArrayList<>();
        for (Envelope.Member member : Envelope.Member.values()) {
            String name = dialect.memberName(member);
            if (name != null) {
                names.add(name);
            }
        }
        return new Members(names.toArray(String[]::new));
    }

    /** How many there are. */
    public int size() {
        return utf8.length;
    }

    /** The name at an index. */
    public String name(int index) {
        return names.get(index);
    }

    /** The name's UTF-8 bytes, not escaped; not to be changed. */
    public byte[] utf8(int index) {
        return utf8[index];
    }

    /** The index of a name, or {@link ValueReader#UNKNOWN}. */
    public int indexOf(String name) {
        return indexes.getOrDefault(name, ValueReader.UNKNOWN);
    }

    /**
     * What a serializer prepared for these members (names encoded with their quotes, say): made at first use, then
     * found again. A serializer asks with one slot number of its own, below 8, taken by convention: 0 is JSON by bytes,
     * 1 JSON by Jackson, 2 to 4 the binary formats.
     */
    @SuppressWarnings("unchecked") // A slot belongs to one serializer, which puts one type there.
    public <P> P prepared(int slot, Function<Members, P> prepare) {
        Object[] all = prepared;
        if (slot < all.length && all[slot] != null) {
            return (P) all[slot];
        }
        return prepareSlowly(slot, prepare);
    }

    private synchronized <P> P prepareSlowly(int slot, Function<Members, P> prepare) {
        Object[] all = Arrays.copyOf(prepared, Math.max(prepared.length, slot + 1));
        P made = prepare.apply(this);
        all[slot] = made;
        prepared = all;
        return made;
    }

    @Override
    public String toString() {
        return "Members" + names;
    }
}
