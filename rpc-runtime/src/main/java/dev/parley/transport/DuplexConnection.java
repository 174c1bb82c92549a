package dev.parley.transport;

import dev.parley.frame.Frame;

/**
 * A connection on which both ends send frames whenever they like: TCP, Unix domain socket, WebSocket, stdio.
 *
 * <p>All methods may be called by any thread and never block.
 */
public non-sealed interface DuplexConnection extends Connection {
    /**
     * Sends a frame, after all frames sent before. The bytes are copied before this returns. Frames sent by the reading
     * thread while it hands over what it read go out together, in one flush. On a connection that has ended nothing
     * happens: its handler was told, or is about to be.
     */
    void send(Frame frame);

    /**
     * Stops and starts reading, which is how back-pressure reaches the peer. After {@code false} a few frames that were
     * read already may still arrive.
     */
    void setReading(boolean reading);

    /**
     * Whether frames stay apart even when one of them makes no sense; see {@link Framing#survivesGarbage()}.
     */
    default boolean survivesGarbage() {
        return true;
    }
}
