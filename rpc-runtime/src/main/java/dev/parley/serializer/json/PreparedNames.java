package dev.parley.serializer.json;

import dev.parley.serializer.Members;
import dev.parley.serializer.ValueReader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The names of {@link Members} as JSON has them: {@code ,"name":} to write and compare, and a table to look them up. */
final class PreparedNames {
    /** The slot of {@link Members#prepared} that is JSON by bytes. */
    private static final int SLOT = 0;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

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
        return match(index, 1, bytes, at, end);
    }

    /** How many bytes {@code ,"name":} takes, without the first {@code skipped} of them, if it stands at an index, else 0. */
    int match(int index, int skipped, byte[] bytes, int at, int end) {
        if (index >= literals.length) {
            return 0;
        }
        byte[] literal = literals[index];
        int length = literal.length - skipped;
        return length <= end - at && same(literal, skipped, bytes, at, length) ? length : 0;
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

    /** Whether two ranges are the same. What is left of them after steps of eight bytes is compared with some bytes twice. */
    private static boolean same(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        if (length < Integer.BYTES) {
            return Arrays.equals(left, leftFrom, leftFrom + length, right, rightFrom, rightFrom + length);
        }
        if (length < Long.BYTES) {
            return sameInt(left, leftFrom, right, rightFrom)
                    && sameInt(left, leftFrom + length - Integer.BYTES, right, rightFrom + length - Integer.BYTES);
        }
        int last = length - Long.BYTES;
        for (int i = 0; i < last; i += Long.BYTES) {
            if (!sameLong(left, leftFrom + i, right, rightFrom + i)) {
                return false;
            }
        }
        return sameLong(left, leftFrom + last, right, rightFrom + last);
    }

    private static boolean sameInt(byte[] left, int leftAt, byte[] right, int rightAt) {
        return (int) INT.get(left, leftAt) == (int) INT.get(right, rightAt);
    }

    private static boolean sameLong(byte[] left, int leftAt, byte[] right, int rightAt) {
        return (long) StringScan.LONG.get(left, leftAt) == (long) StringScan.LONG.get(right, rightAt);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
