package dev.parley.serializer.json;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;

/** The names of {@link Members} as JSON has them: {@code ,"name":} to write and compare, and a table to look them up. */
final class PreparedNames {
    /** The slot of {@link Members#prepared} that is JSON by bytes. */
    private static final int SLOT = 0;

    private final byte[][] literals;
    private final byte[][] names;
    private final short[] table;
    private final int mask;

    private PreparedNames(Members members) {
        int size = members.size();
        literals = new byte[size][];
        names = new byte[size][];
        mask = Integer.highestOneBit(Math.max(2, size)) * 4 - 1;
        table = new short[mask + 1];
        JsonValueWriter out = new JsonValueWriter();
        for (int i = 0; i < size; i++) {
            out.reset(Integer.MAX_VALUE);
            literals[i] = out.literal(members.name(i));
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

    /** {@code ,"name":}, of which the first byte is left out for an object's first member. */
    byte[] literal(int index) {
        return literals[index];
    }

    /** How many bytes {@code "name":} takes if it stands at an index, else 0. */
    int match(int index, byte[] bytes, int at, int end) {
        if (index >= literals.length) {
            return 0;
        }
        byte[] literal = literals[index];
        int length = literal.length - 1;
        if (end - at < length) {
            return 0;
        }
        return same(literal, 1, bytes, at, length) ? length : 0;
    }

    /** The index of a name without escapes, or {@link ValueReader#UNKNOWN}. */
    int find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        for (int entry; (entry = table[slot]) != 0; slot = (slot + 1) & mask) {
            byte[] name = names[entry - 1];
            if (name.length == to - from && same(name, 0, bytes, from, name.length)) {
                return entry - 1;
            }
        }
        return ValueReader.UNKNOWN;
    }

    private static boolean same(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        int i = 0;
        for (; i <= length - 8; i += 8) {
            if ((long) StringScan.LONG.get(left, leftFrom + i) != (long) StringScan.LONG.get(right, rightFrom + i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (left[leftFrom + i] != right[rightFrom + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
