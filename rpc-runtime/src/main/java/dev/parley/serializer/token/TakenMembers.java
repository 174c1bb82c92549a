package dev.parley.serializer.token;

import dev.parley.serializer.Members;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Which of the expected members have been taken, of each object that has begun and not ended yet. */
public final class TakenMembers {
    private final Deque<BitSet> open = new ArrayDeque<>();

    /** An object begins. */
    public void begin() {
        open.push(new BitSet());
    }

    /** The innermost object ends. */
    public void end() {
        open.poll();
    }

    /** Records a name of the innermost object that was taken before the expected ones were told: the tag of a union. */
    public void add(Members members, String name) {
        BitSet taken = open.peek();
        int index = members.indexOf(name);
        if (taken != null && taken.isEmpty() && index >= 0) {
            taken.set(index);
        }
    }

    /** Records a member of the innermost object; false when it was taken before. */
    public boolean add(int index) {
        BitSet taken = open.peek();
        if (taken == null || index < 0) {
            return true;
        }
        boolean known = taken.get(index);
        taken.set(index);
        return !known;
    }
}
