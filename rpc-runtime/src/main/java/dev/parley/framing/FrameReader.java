package dev.parley.framing;

import dev.parley.frame.Frame;
import java.util.Arrays;

/**
 * Finds the frames in what one connection receives, for any transport that carries bare bytes. Bytes pass through an array that
 * connections may share; only the part of a frame that waits for its rest, and what a paused handler does not want yet, is held
 * for the connection. For one thread at a time.
 *
 * <pre>{@code
 * byte[] room = reader.room(length);                       // where the bytes go …
 * in.read(room, reader.roomFrom(), length);
 * reader.received(length, sink);                           // … and what is found in there
 * }</pre>
 */
public final class FrameReader {
    /** Takes what was found. */
    public interface Sink {
        /** Whether the next frame may be handed over now. */
        boolean wantsMore();

        /** A frame was found; on loan. */
        void found(Frame frame);

        /** Bytes were found that are not a frame. */
        void foundUnreadable(UnreadableException problem, boolean goesOn);
    }

    /** Arrays of one length, which connections that are read by one thread may share. */
    public interface Spares {
        /** The length of each; no less than what is received at once. */
        int length();

        /** Gives an array away. */
        byte[] take();

        /** Takes an array back that is no longer used. */
        void give(byte[] array);
    }

    /** How many bytes can be received at once. */
    public static final int MOST_AT_ONCE = 1 << 16;

    private static final int LEAST_HELD = 256;
    private static final byte[] NONE = {};

    private final Splitter splitter;
    private final FirstBytes firstBytes = new FirstBytes();
    private final Spares spares;
    private final int mostHeld;
    private byte[] held = NONE;
    private int heldFrom;
    private int heldTo;
    private boolean partial;
    private boolean movedOn;
    private boolean heldBack;
    private boolean inputEnded;
    private boolean stopped;

    /**
     * A reader.
     *
     * @param maxFrame how many bytes a frame may have
     * @param spares arrays of the thread that reads
     */
    public FrameReader(Splitter splitter, int maxFrame, Spares spares) {
        this.splitter = splitter;
        this.spares = spares;
        this.mostHeld = (int) Math.min(Integer.MAX_VALUE - 8L, (long) maxFrame + MOST_AT_ONCE);
    }

    /**
     * The array into which so many bytes, at most {@link #MOST_AT_ONCE}, may be put from {@link #roomFrom()} on. Followed by
     * {@link #received}.
     */
    public byte[] room(int length) {
        if (heldTo == heldFrom) {
            drop();
            held = spares.take();
        } else {
            makeRoom(length);
        }
        return held;
    }

    /** Where in that array the bytes go. */
    public int roomFrom() {
        return heldTo;
    }

    /** So many bytes were put into the room. */
    public void received(int length, Sink sink) {
        movedOn = false;
        heldTo += length;
        drain(sink);
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
            spares.give(before);
        }
        heldFrom = 0;
        heldTo = length;
    }

    private byte[] larger(int length, int needed) {
        if (needed >= worthKeeping() && needed <= spares.length()) {
            return spares.take();
        }
        return new byte[Math.max(needed, Math.min(mostHeld, 2 * Math.max(length, held.length / 2)))];
    }

    /** From so many bytes on, keeping a spare array is cheaper than copying, and wastes no more than three times as much. */
    private int worthKeeping() {
        return spares.length() / 4;
    }

    /** Hands over what was held back while the sink wanted nothing. */
    public void resume(Sink sink) {
        movedOn = true;
        drain(sink);
    }

    /** The input is over; what is held is the last of it. */
    public void endInput(Sink sink) {
        inputEnded = true;
        drain(sink);
    }

    /** Whether the input is over and all of it was handed over. */
    public boolean isDone() {
        return inputEnded && heldFrom == heldTo;
    }

    /** Drops what is held, and finds no further frames. */
    public void stop() {
        stopped = true;
        drop();
        partial = false;
        heldBack = false;
    }

    /** Whether the bytes held wait for the rest of their frame. */
    public boolean isPartial() {
        return partial;
    }

    /** Whether the last call got as far as another frame. */
    public boolean movedOn() {
        return movedOn;
    }

    /** Whether bytes are held because the sink did not want what is in there. */
    public boolean isHoldingBack() {
        return heldBack;
    }

    /** How many bytes are held. */
    public int held() {
        return heldTo - heldFrom;
    }

    private void drain(Sink sink) {
        if (stopped) {
            drop();
            return;
        }
        heldFrom = handOver(sink);
        if (stopped || heldFrom == heldTo) {
            drop();
        } else {
            shrink();
        }
    }

    /** A small rest does not keep an array that others could use. */
    private void shrink() {
        int length = heldTo - heldFrom;
        if (held.length == spares.length() && length < worthKeeping()) {
            byte[] before = held;
            held = Arrays.copyOfRange(before, heldFrom, Math.max(heldTo, heldFrom + LEAST_HELD));
            heldFrom = 0;
            heldTo = length;
            spares.give(before);
        }
    }

    private void drop() {
        if (held != NONE) {
            spares.give(held);
            held = NONE;
        }
        heldFrom = 0;
        heldTo = 0;
    }

    /** Hands over the frames in what is held, as far as they are wanted, and says where the rest begins. */
    private int handOver(Sink sink) {
        byte[] bytes = held;
        int to = heldTo;
        int at = heldFrom;
        partial = false;
        heldBack = false;
        while (sink.wantsMore() && !stopped) {
            try {
                if (!firstBytes.areInOrder(bytes, at, to, inputEnded)) {
                    partial = at < to;
                    return at;
                }
                if (!splitter.find(bytes, at, to, inputEnded)) {
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
        heldBack = !stopped && at < to;
        return stopped ? to : at;
    }

    private int unreadable(UnreadableException problem, int to, Sink sink) {
        boolean goesOn = problem.rule() != UnreadableException.Rule.PROTOCOL && splitter.goesOn();
        movedOn = true;
        stopped = !goesOn;
        sink.foundUnreadable(problem, goesOn);
        return goesOn ? splitter.next() : to;
    }
}
