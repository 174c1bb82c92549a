package dev.parley.transport.socket;

import dev.parley.frame.Frame;
import dev.parley.transport.Framing;
import dev.parley.transport.UnreadableException;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.Arrays;

/**
 * Finds the frames in what one connection receives. Bytes pass through an array of the event loop; only the part of a
 * frame that waits for its rest, and what a paused handler does not want yet, is held by the connection. For the thread
 * that runs the event loop alone.
 */
final class FrameReader {
    /** Takes what was found. */
    interface Sink {
        /** Whether the next frame may be handed over now. */
        boolean wantsMore();

        /** A frame was found; on loan. */
        void found(Frame frame);

        /** Bytes were found that are no frame. */
        void foundUnreadable(UnreadableException problem, boolean goesOn);
    }

    private static final int SCRATCH_SIZE = 1 << 16;
    private static final int LEAST_HELD = 256;

    /** Only used while no other code can be entered that reads: each use is over before the event loop goes on. */
    private static final FastThreadLocal<byte[]> SCRATCH = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return new byte[SCRATCH_SIZE];
        }
    };

    private static final byte[] NONE = {};

    private final Framing.Splitter splitter;
    private final int mostHeld;
    private byte[] held = NONE;
    private int heldFrom;
    private int heldTo;
    private boolean partial;
    private boolean movedOn;
    private boolean inputEnded;
    private boolean stopped;

    FrameReader(Framing.Splitter splitter, int maxFrame) {
        this.splitter = splitter;
        this.mostHeld = (int) Math.min(Integer.MAX_VALUE - 8L, (long) maxFrame + SCRATCH_SIZE);
    }

    /** Takes all bytes of a buffer. */
    void read(ByteBuf in, Sink sink) {
        movedOn = false;
        while (!stopped && in.isReadable()) {
            if (heldTo > heldFrom) {
                readBehindHeld(in, sink);
            } else {
                readThroughScratch(in, sink);
            }
        }
    }

    private void readThroughScratch(ByteBuf in, Sink sink) {
        byte[] scratch = SCRATCH.get();
        int length = Math.min(in.readableBytes(), scratch.length);
        in.readBytes(scratch, 0, length);
        drainPassing(scratch, length, sink);
    }

    /** Takes the first bytes of an array, which the caller may use again once this returns; at most 64 KiB. */
    void read(byte[] bytes, int length, Sink sink) {
        movedOn = false;
        if (stopped) {
            return;
        }
        if (heldTo > heldFrom) {
            makeRoom(length);
            System.arraycopy(bytes, 0, held, heldTo, length);
            heldTo += length;
            drainHeld(sink);
        } else {
            drainPassing(bytes, length, sink);
        }
    }

    private void drainPassing(byte[] bytes, int length, Sink sink) {
        int rest = drain(bytes, 0, length, sink);
        if (rest < length && !stopped) {
            held = Arrays.copyOfRange(bytes, rest, Math.max(length, rest + LEAST_HELD));
            heldFrom = 0;
            heldTo = length - rest;
        }
    }

    private void readBehindHeld(ByteBuf in, Sink sink) {
        int length = Math.min(in.readableBytes(), SCRATCH_SIZE);
        makeRoom(length);
        in.readBytes(held, heldTo, length);
        heldTo += length;
        drainHeld(sink);
    }

    /** Doubles what is held, so that its size follows what has arrived and never what a peer announced. */
    private void makeRoom(int more) {
        int length = heldTo - heldFrom;
        if (heldTo + more <= held.length) {
            return;
        }
        byte[] target = held;
        if (length + more > held.length) {
            target = new byte[Math.max(length + more, Math.min(mostHeld, 2 * Math.max(length, held.length / 2)))];
        }
        System.arraycopy(held, heldFrom, target, 0, length);
        held = target;
        heldFrom = 0;
        heldTo = length;
    }

    /** Hands over what was held back while the sink wanted nothing. */
    void resume(Sink sink) {
        movedOn = true;
        drainHeld(sink);
    }

    /** The input is over; what is held is the last of it. */
    void endInput(Sink sink) {
        inputEnded = true;
        drainHeld(sink);
    }

    /** Whether the input is over and all of it was handed over. */
    boolean isDone() {
        return inputEnded && heldFrom == heldTo;
    }

    /** Takes nothing any more. */
    void stop() {
        stopped = true;
        drop();
        partial = false;
    }

    /** Whether the bytes held wait for the rest of their frame. */
    boolean isPartial() {
        return partial;
    }

    /** Whether the last call got as far as another frame. */
    boolean movedOn() {
        return movedOn;
    }

    private void drainHeld(Sink sink) {
        if (stopped) {
            return;
        }
        int rest = drain(held, heldFrom, heldTo, sink);
        if (rest == heldTo) {
            drop();
        } else {
            heldFrom = rest;
        }
    }

    private void drop() {
        held = NONE;
        heldFrom = 0;
        heldTo = 0;
    }

    /** Hands over the frames in a range, as far as they are wanted, and says where the rest begins. */
    private int drain(byte[] bytes, int from, int to, Sink sink) {
        int at = from;
        partial = false;
        while (sink.wantsMore() && !stopped) {
            try {
                if (!find(bytes, at, to)) {
                    partial = !inputEnded && splitter.next() < to;
                    return inputEnded ? to : splitter.next();
                }
            } catch (UnreadableException e) {
                at = unreadable(e, to, sink);
                continue;
            }
            movedOn = true;
            at = splitter.next();
            sink.found(Frame.onLoan(bytes, splitter.frameFrom(), splitter.frameTo()));
        }
        return stopped ? to : at;
    }

    private boolean find(byte[] bytes, int at, int to) throws UnreadableException {
        return inputEnded ? splitter.findLast(bytes, at, to) : splitter.find(bytes, at, to);
    }

    private int unreadable(UnreadableException problem, int to, Sink sink) {
        boolean goesOn = splitter.goesOn();
        movedOn = true;
        stopped = !goesOn;
        sink.foundUnreadable(problem, goesOn);
        return goesOn ? splitter.next() : to;
    }
}
