package dev.parley.transport.socket;

import dev.parley.frame.Frame;
import dev.parley.framing.FramingSession;
import dev.parley.transport.life.Unsent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the frames that a led connection sends, and writes them. All bytes pass through one direct
 * buffer: with arrays the JDK would keep such a buffer for each thread that ever wrote. All but {@link #offer} is for the
 * leading thread alone.
 */
final class LedWriter {
    private static final int FIRST_WINDOW = 1 << 12;
    private static final int LARGE_WINDOW = 1 << 16;

    private final FramingSession framing;
    private final Queue<Frame> offered = new ConcurrentLinkedQueue<>();

    /** What did not fit into the window; its bytes follow those in there. */
    private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>(0);

    private final Unsent unsent;
    private long waitingBytes;

    /** Between flushes ready to be filled: what is unsent stands before its position. */
    private @Nullable ByteBuffer window;

    LedWriter(FramingSession framing, Unsent unsent) {
        this.unsent = unsent;
        this.framing = framing;
    }

    /** Takes a kept frame of any thread. */
    void offer(Frame frame) {
        unsent.offer(frame.length());
        offered.add(frame);
    }

    /** Gathers what other threads sent. */
    void gatherOffered() {
        for (Frame frame = offered.poll(); frame != null; frame = offered.poll()) {
            gather(frame);
            unsent.taken(frame.length());
        }
    }

    /** Gathers a frame behind all before it; its bytes are copied if they may change. */
    void gather(Frame frame) {
        byte[] before = framing.before(frame.length());
        byte[] after = framing.after();
        ByteBuffer room = window();
        if (waiting.isEmpty() && room.remaining() >= (long) before.length + frame.length() + after.length) {
            room.put(before);
            room.put(frame.bytes(), frame.from(), frame.length());
            room.put(after);
            return;
        }
        Frame kept = frame.keep();
        await(ByteBuffer.wrap(before));
        await(ByteBuffer.wrap(kept.bytes(), kept.from(), kept.length()));
        await(ByteBuffer.wrap(after));
    }

    private void await(ByteBuffer piece) {
        waiting.add(piece);
        waitingBytes += piece.remaining();
    }

    private ByteBuffer window() {
        ByteBuffer present = window;
        if (present == null) {
            present = ByteBuffer.allocateDirect(FIRST_WINDOW);
            window = present;
        }
        return present;
    }

    /** Writes as much as the channel takes; the rest, if {@link #unsent()}, when it takes more. */
    void flush(WritableByteChannel channel) throws IOException {
        boolean took = true;
        while (took && unsent() > 0) {
            ByteBuffer full = fill();
            full.flip();
            channel.write(full);
            took = !full.hasRemaining();
            full.compact();
        }
    }

    private ByteBuffer fill() {
        ByteBuffer room = window();
        if (room.capacity() < LARGE_WINDOW && room.position() + waitingBytes > room.capacity()) {
            room = ByteBuffer.allocateDirect(LARGE_WINDOW).put(room.flip());
            window = room;
        }
        for (ByteBuffer piece = waiting.peek(); piece != null && room.hasRemaining(); piece = waiting.peek()) {
            int length = Math.min(room.remaining(), piece.remaining());
            room.put(room.position(), piece, piece.position(), length);
            room.position(room.position() + length);
            piece.position(piece.position() + length);
            waitingBytes -= length;
            if (!piece.hasRemaining()) {
                waiting.remove();
            }
        }
        return room;
    }

    /** How many bytes were gathered and not sent. */
    long unsent() {
        return waitingBytes + (window == null ? 0 : window.position());
    }

    /** Gives up what was not sent. */
    void release() {
        offered.clear();
        waiting.clear();
        waitingBytes = 0;
        window = null;
    }
}
