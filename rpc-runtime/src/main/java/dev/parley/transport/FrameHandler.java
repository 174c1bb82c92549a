package dev.parley.transport;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a duplex connection tells whoever holds it. All calls come from one thread at a time, the reading thread, which
 * serves other connections as well, or calls over this one: none may block.
 */
public interface FrameHandler {
    /** A frame came; on loan until this returns. */
    void frame(Frame frame);

    /**
     * Bytes came that are most likely one frame, because most peers send each message as a line; on loan until this
     * returns. Whoever would find out while reading anyway saves the connection a closer look at each byte.
     *
     * @return whether they were one whole message, which is dealt with now as {@link #frame} does; if not, nothing has
     *     come of it, and the same bytes come again, as what they are
     */
    default boolean likelyFrame(Frame frame) {
        return false;
    }

    /**
     * Bytes came that are no frame.
     *
     * @param problem what is wrong, in words fit for a peer
     * @param goesOn whether the framing can tell where the next frame starts; if not, nothing more will come
     */
    void unreadable(UnreadableException problem, boolean goesOn);

    /** The peer sends nothing more, but may still read (a half-closed socket). {@link #ended} follows some time. */
    void inputEnded();

    /**
     * The connection is over; the last call, and exactly one.
     *
     * @param why what ended it; null when it was closed by either end without a fault
     */
    void ended(@Nullable IOException why);

    /**
     * The peer reads slower than we send (false), or has caught up (true). Whoever answers should stop reading
     * requests meanwhile, or its answers pile up here.
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
