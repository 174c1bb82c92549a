package dev.parley.transport.netty;

import dev.parley.framing.FrameReader;
import io.netty.util.concurrent.FastThreadLocal;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one event loop, through which its connections read, one after the other. A connection may keep one while
 * it holds most of a large message, which saves making room again and again.
 */
final class SpareArrays {
    /** The arrays of whichever event loop asks. */
    static final FrameReader.Spares OF_THREAD = new FrameReader.Spares() {
        @Override
        public int length() {
            return LENGTH;
        }

        @Override
        public byte[] take() {
            return HERE.get().take();
        }

        @Override
        public void give(byte[] array) {
            HERE.get().give(array);
        }
    };

    private static final int LENGTH = 2 * FrameReader.MOST_AT_ONCE;
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

    private byte[] take() {
        if (count == 0) {
            return new byte[LENGTH];
        }
        byte[] taken = spare[--count];
        spare[count] = null;
        return taken == null ? new byte[LENGTH] : taken;
    }

    /** Takes an array back, unless it is another one or there are enough. */
    private void give(byte[] array) {
        if (array.length == LENGTH && count < MOST) {
            spare[count++] = array;
        }
    }
}
