package dev.parley.transport.socket;

import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one event loop, through which its connections read, one after the other. A connection may keep one while
 * it holds most of a large message, which saves making it room again and again. For the event loop's thread alone.
 */
final class SpareArrays {
    /** The length of each. */
    static final int LENGTH = 1 << 17;

    /** From so much on, keeping an array is cheaper than copying, and wastes no more than three times as much. */
    static final int WORTH_KEEPING = LENGTH / 4;

    private static final int MOST = 4;

    private static final FastThreadLocal<SpareArrays> HERE = new FastThreadLocal<>() {
        @Override
        protected SpareArrays initialValue() {
            return new SpareArrays();
        }
    };

    private final byte @Nullable [][] spare = new byte[MOST][];
    private int count;

    private SpareArrays() {}

    /** Those of the current thread. */
    static SpareArrays here() {
        return HERE.get();
    }

    byte[] take() {
        if (count == 0) {
            return new byte[LENGTH];
        }
        byte[] taken = spare[--count];
        spare[count] = null;
        return taken == null ? new byte[LENGTH] : taken;
    }

    /** Takes an array back, unless it is another one or there are enough. */
    void give(byte[] array) {
        if (array.length == LENGTH && count < MOST) {
            spare[count++] = array;
        }
    }
}
