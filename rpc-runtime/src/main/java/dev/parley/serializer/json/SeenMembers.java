package dev.parley.serializer.json;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which of the expected members have been taken, of each object that has begun and not ended yet. */
final class SeenMembers {
    /** Of the innermost object, a bit for each of the first 64 members. */
    private long seen;

    /** The same of the containers around it. */
    private long[] outer = new long[8];

    /** The members beyond, by depth; almost no type has so many. */
    private @Nullable BitSet[] beyond = {};

    void reset() {
        seen = 0;
    }

    /** A container begins, with {@code depth} others around it. */
    void begin(int depth) {
        if (depth == outer.length) {
            outer = Arrays.copyOf(outer, depth * 2);
        }
        outer[depth] = seen;
        seen = 0;
        if (depth < beyond.length) {
            beyond[depth] = null;
        }
    }

    /** The innermost container ends. */
    void end(int depth) {
        seen = outer[depth];
    }

    /** Records a member of the innermost object, which {@code depth} others are around; false when it is known. */
    boolean add(int depth, int index) {
        if (index >= Long.SIZE) {
            return addBeyond(depth, index);
        }
        long before = seen;
        seen |= 1L << index;
        return seen != before;
    }

    private boolean addBeyond(int depth, int index) {
        if (depth >= beyond.length) {
            beyond = Arrays.copyOf(beyond, depth + 1);
        }
        BitSet members = beyond[depth];
        if (members == null) {
            members = new BitSet();
            beyond[depth] = members;
        }
        boolean known = members.get(index);
        members.set(index);
        return !known;
    }
}
