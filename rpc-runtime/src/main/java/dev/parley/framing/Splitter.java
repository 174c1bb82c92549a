package dev.parley.framing;

import dev.parley.framing.UnreadableException.Rule;

/** Finds the frames in what one connection receives, however its bytes are cut into reads. For one thread at a time. */
public abstract class Splitter {
    private int frameFrom;
    private int frameTo;
    private int next;
    private boolean goesOn = true;

    /** For subclasses. */
    protected Splitter() {}

    /**
     * Looks for the next frame in {@code bytes[start] … bytes[end - 1]}, the bytes not yet consumed. Called again with the same
     * bytes and more after them (perhaps in another array), it goes on where it stopped. Ends with {@link #found},
     * {@link #notYet} or {@link #reject}.
     *
     * @param last whether the input has ended, so that no bytes will follow; a frame may then end without its mark
     * @return whether there is a frame; if {@code last}, false means that nothing but white space was left
     * @throws UnreadableException when these bytes will never be a frame
     */
    public abstract boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException;

    /** Notes a frame, and where the next call of {@link #find} is to start; returns true. */
    protected final boolean found(int from, int to, int nextStart) {
        frameFrom = from;
        frameTo = to;
        next = nextStart;
        return true;
    }

    /** Notes that there is no frame yet, and from where on the bytes have to be kept for the next call; returns false. */
    protected final boolean notYet(int nextStart) {
        next = nextStart;
        return false;
    }

    /**
     * Notes that bytes are not a frame, and gives what {@link #find} has to throw.
     *
     * @param nextStart where the next call is to start, after the garbage; negative when nothing tells where another frame
     *     starts, so that there will be no further call
     */
    protected final UnreadableException reject(Rule rule, String problem, int nextStart) {
        goesOn = nextStart >= 0;
        next = nextStart;
        return new UnreadableException(rule, problem);
    }

    /** {@link #reject} for a frame of more bytes than the limit. */
    protected final UnreadableException rejectTooLarge(int maxFrame, int nextStart) {
        return reject(Rule.SIZE, "the message is larger than the limit of " + maxFrame + " bytes", nextStart);
    }

    /** Where the found frame starts. */
    public final int frameFrom() {
        return frameFrom;
    }

    /** Where the found frame ends. */
    public final int frameTo() {
        return frameTo;
    }

    /** Where the bytes not yet consumed start; the next call starts there. */
    public final int next() {
        return next;
    }

    /** After an {@link UnreadableException}: whether later bytes can still be told apart. */
    public final boolean goesOn() {
        return goesOn;
    }
}
