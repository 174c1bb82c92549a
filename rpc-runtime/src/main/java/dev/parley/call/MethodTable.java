package dev.parley.call;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds a method by the bytes of its name, without making a String of them. Open addressing over a table at most half
 * full, so that 2,000 methods are found as fast as two.
 */
public final class MethodTable implements Methods {
    private final @Nullable Target[] slots;
    private final int mask;

    /** A table of targets with different names. */
    public MethodTable(Collection<Target> targets) {
        int size = Integer.highestOneBit(Math.max(4, targets.size() * 2)) * 2;
        this.slots = new Target[size];
        this.mask = size - 1;
        for (Target target : targets) {
            int slot = hash(target.utf8(), 0, target.utf8().length) & mask;
            while (slots[slot] != null) {
                slot = slot + 1 & mask;
            }
            slots[slot] = target;
        }
    }

    @Override
    public @Nullable Target find(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & mask;
        for (Target target; (target = slots[slot]) != null; slot = slot + 1 & mask) {
            byte[] name = target.utf8();
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                return target;
            }
        }
        return null;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
