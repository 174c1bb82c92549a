package dev.parley.transport.socket;

import dev.parley.framing.FrameReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes in on a led connection. All bytes pass through one direct buffer: with arrays the JDK would
 * keep such a buffer for each thread that ever read. For the leading thread alone.
 */
final class LedInput implements FrameReader.Spares {
    private static final int FIRST = 1 << 12;
    private static final int LARGE = FrameReader.MOST_AT_ONCE;

    private @Nullable ByteBuffer direct;
    private byte @Nullable [] spare;
    private int length = FIRST;

    /** Reads what is there, up to some length; says how many bytes that is, or -1 at the end of the input. */
    int read(ReadableByteChannel channel) throws IOException {
        ByteBuffer buffer = direct;
        if (buffer == null || !buffer.hasRemaining() && buffer.capacity() < LARGE) { // it was filled the last time
            buffer = ByteBuffer.allocateDirect(buffer == null ? FIRST : LARGE);
            direct = buffer;
            length = buffer.capacity() == LARGE
                    ? 2 * LARGE
                    : FIRST; // so that a message of some size fits and is not copied
        }
        return channel.read(buffer.clear());
    }

    /** Copies what was read. */
    void copyTo(byte[] array, int from, int count) {
        if (direct != null) {
            direct.get(0, array, from, count);
        }
    }

    /** Gives the buffer up. */
    void release() {
        direct = null;
        spare = null;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public byte[] take() {
        byte[] taken = spare;
        spare = null;
        return taken == null || taken.length != length ? new byte[length] : taken;
    }

    @Override
    public void give(byte[] array) {
        if (array.length == length) {
            spare = array;
        }
    }
}
