package dev.parley.transport;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;

/**
 * Told what happens on a duplex connection. All calls come from one thread at a time, the reading thread, which serves other
 * connections as well, or makes calls over this one: none may block.
 */
public interface FrameHandler {
    /** A frame came; on loan until this returns. */
    void frame(Frame frame);

    /**
     * Bytes came that are not a frame.
     *
     * @param problem what is wrong, in words that may be shown to the peer
     * @param goesOn whether the framing can tell where the next frame starts; if not, nothing more will come
     */
    void unreadable(UnreadableException problem, boolean goesOn);

    /**
     * The peer sends nothing more, but may still read (a half-closed socket). {@link #ended} follows some time.
     *
     * @param why how its output ended
     */
    void inputEnded(End why);

    /** The connection is over; the last call, and exactly one. */
    void ended(End why);

    /**
     * The peer reads slower than we send (false), or has caught up (true). Whoever answers requests should start no further
     * ones meanwhile, or their answers pile up in the connection; see {@link DuplexConnection#unsentBytes}.
     */
    default void writable(boolean writable) {}

    /**
     * Whether somebody waits for a frame that has yet to come, so that a connection that callers read (see
     * {@link DuplexConnection#lead}) is read by another thread once they go. Asked by any thread, at any time.
     */
    default boolean isWaiting() {
        return false;
    }
}
