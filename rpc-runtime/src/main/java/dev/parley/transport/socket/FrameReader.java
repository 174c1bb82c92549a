package dev.parley.transport.socket;

import dev.parley.frame.Frame;
import dev.parley.framing.Framing;
import dev.parley.framing.UnreadableException;
import io.netty.buffer.ByteBuf;
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

        /** A frame was found that is only likely to be one; on loan. Returns whether it is. */
        boolean foundLikely(Frame frame);

        /** Bytes were found that are no frame. */
        void foundUnreadable(UnreadableException problem, boolean goesOn);
    }

    /**
     * How long bytes that are expected to be a part of a frame wait for more before somebody looks closely. Only for a
     * peer that ended its messages with newlines so far and does not any more, and that sent a part of the next one.
     */
    static final long EXPECTING_NANOS = 20_000_000;

    private static final int MOST_AT_ONCE = 1 << 16;
    private static final int LEAST_HELD = 256;

    private static final byte[] NONE = {};

    private final Framing.Splitter splitter;
    private final int mostHeld;
    private final boolean inEventLoop;
    private byte[] held = NONE;
    private int heldFrom;
    private int heldTo;
    private boolean partial;
    private boolean expecting;
    private boolean movedOn;
    private boolean inputEnded;
    private boolean stopped;

    /**
     * A reader.
     *
     * @param inEventLoop whether it runs on a thread of Netty's, whose arrays it may use
     */
    FrameReader(Framing.Splitter splitter, int maxFrame, boolean inEventLoop) {
        this.splitter = splitter;
        this.inEventLoop = inEventLoop;
        this.mostHeld = (int) Math.min(Integer.MAX_VALUE - 8L, (long) maxFrame + MOST_AT_ONCE);
    }

    /** Takes all bytes of a buffer. */
    void read(ByteBuf in, Sink sink) {
        movedOn = false;
        while (!stopped && in.isReadable()) {
            if (heldTo > heldFrom) {
                readBehindHeld(in, sink);
            } else {
                readThroughSpare(in, sink);
            }
        }
    }

    private void readThroughSpare(ByteBuf in, Sink sink) {
        SpareArrays arrays = SpareArrays.here();
        byte[] spare = arrays.take();
        int length = Math.min(in.readableBytes(), MOST_AT_ONCE);
        in.readBytes(spare, 0, length);
        int rest = drain(spare, 0, length, sink);
        if (length - rest >= SpareArrays.WORTH_KEEPING && !stopped) {
            held = spare;
            heldFrom = rest;
            heldTo = length;
        } else {
            hold(spare, rest, length);
            arrays.give(spare);
        }
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
        hold(bytes, drain(bytes, 0, length, sink), length);
    }

    private void hold(byte[] bytes, int from, int to) {
        if (from < to && !stopped) {
            held = Arrays.copyOfRange(bytes, from, Math.max(to, from + LEAST_HELD));
            heldFrom = 0;
            heldTo = to - from;
        }
    }

    private void readBehindHeld(ByteBuf in, Sink sink) {
        int length = Math.min(in.readableBytes(), MOST_AT_ONCE);
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
        byte[] before = held;
        if (length + more > held.length) {
            held = larger(length, length + more);
        }
        System.arraycopy(before, heldFrom, held, 0, length);
        if (held != before) {
            giveBack(before);
        }
        heldFrom = 0;
        heldTo = length;
    }

    private byte[] larger(int length, int needed) {
        if (inEventLoop && needed >= SpareArrays.WORTH_KEEPING && needed <= SpareArrays.LENGTH) {
            return SpareArrays.here().take();
        }
        return new byte[Math.max(needed, Math.min(mostHeld, 2 * Math.max(length, held.length / 2)))];
    }

    private void giveBack(byte[] array) {
        if (inEventLoop) {
            SpareArrays.here().give(array);
        }
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
        expecting = false;
    }

    /** Whether the bytes held wait for the rest of their frame. */
    boolean isPartial() {
        return partial;
    }

    /** Whether the bytes held are only expected to be a part of a frame: perhaps it is there and looks unusual. */
    boolean isExpecting() {
        return expecting;
    }

    /** Makes sure that the bytes held are no frame. */
    void lookClosely(Sink sink) {
        movedOn = false;
        if (expecting) {
            splitter.lookClosely();
            drainHeld(sink);
        }
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
        giveBack(held);
        held = NONE;
        heldFrom = 0;
        heldTo = 0;
    }

    /** Hands over the frames in a range, as far as they are wanted, and says where the rest begins. */
    private int drain(byte[] bytes, int from, int to, Sink sink) {
        int at = from;
        partial = false;
        expecting = false;
        while (sink.wantsMore() && !stopped) {
            try {
                if (!find(bytes, at, to)) {
                    partial = !inputEnded && splitter.next() < to;
                    expecting = partial && splitter.isExpecting();
                    return inputEnded ? to : splitter.next();
                }
            } catch (UnreadableException e) {
                at = unreadable(e, to, sink);
                continue;
            }
            movedOn = true;
            at = splitter.next();
            Frame frame = Frame.onLoan(bytes, splitter.frameFrom(), splitter.frameTo());
            if (!splitter.isLikely()) {
                sink.found(frame);
            } else if (!sink.foundLikely(frame)) {
                splitter.lookClosely();
                at = splitter.next();
            }
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
