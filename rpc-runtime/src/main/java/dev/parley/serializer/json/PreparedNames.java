package dev.parley.serializer.json;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of {@link Members} as JSON has them: {@code ,"name":} to write and compare, and a table to look them up. */
final class PreparedNames {
    /** The slot of {@link Members#prepared} that is JSON by bytes. */
    private static final int SLOT = 0;

    private final Literal[] first;
    private final Literal[] further;
    private final byte[][] names;
    private final short[] table;
    private final int mask;

    private PreparedNames(Members members) {
        int size = members.size();
        first = new Literal[size];
        further = new Literal[size];
        names = new byte[size][];
        mask = Integer.highestOneBit(Math.max(2, size)) * 4 - 1;
        table = new short[mask + 1];
        JsonValueWriter out = new JsonValueWriter();
        for (int i = 0; i < size; i++) {
            out.reset(Integer.MAX_VALUE);
            byte[] literal = out.literal(members.name(i));
            first[i] = new Literal(Arrays.copyOfRange(literal, 1, literal.length));
            further[i] = new Literal(literal);
            names[i] = members.utf8(i);
            insert(i);
        }
    }

    static PreparedNames of(Members members) {
        return members.prepared(SLOT, PreparedNames::new);
    }

    private void insert(int index) {
        byte[] name = names[index];
        int slot = hash(name, 0, name.length) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        table[slot] = (short) (index + 1);
    }

    /** {@code "name":}, or null if there are not so many names. */
    @Nullable
    Literal first(int index) {
        return index < first.length ? first[index] : null;
    }

    /** {@code ,"name":}, or null if there are not so many names. */
    @Nullable
    Literal further(int index) {
        return index < further.length ? further[index] : null;
    }

    /** The index of a name without escapes, or {@link ValueReader#UNKNOWN}. */
    int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        for (int entry; (entry = table[slot]) != 0; slot = (slot + 1) & mask) {
            byte[] name = names[entry - 1];
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return entry - 1;
            }
        }
        return ValueReader.UNKNOWN;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
