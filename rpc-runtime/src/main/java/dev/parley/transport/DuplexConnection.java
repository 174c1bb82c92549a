package dev.parley.transport;

import dev.parley.frame.Frame;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A connection on which both ends send frames whenever they like: TCP, Unix domain socket, WebSocket, stdio.
 *
 * <p>All methods may be called by any thread, and none but {@link #lead} blocks.
 */
public non-sealed interface DuplexConnection extends Connection {
    /**
     * Sends a frame, after all frames sent before. The bytes are copied before this returns. Frames sent by the reading
     * thread while it hands over what it read go out together, in one flush. On a connection that has ended nothing
     * happens: its handler was told, or is about to be.
     */
    void send(Frame frame);

    /** How many bytes were given to {@link #send} and have not gone to the peer or its system yet. */
    long unsentBytes();

    /** The same as {@link Connection#close()}, with a reason that is told to the peer where the transport can. */
    void close(CloseReason reason);

    @Override
    default void close() {
        close(CloseReason.NORMAL);
    }

    /**
     * Stops and starts reading, which is how back-pressure reaches the peer. After {@code false} a few frames that were
     * read already may still arrive.
     */
    void setReading(boolean reading);

    /**
     * Whether frames stay apart even when one of them makes no sense; see {@link dev.parley.framing.Framing#survivesGarbage()}.
     */
    default boolean survivesGarbage() {
        return true;
    }

    /**
     * Makes a call whose answer the current thread waits for next. A connection with an event loop of its own may run that
     * loop on this thread until the answer is there or the thread is interrupted, which saves the way to another thread
     * and back; what else comes meanwhile is handed over on this thread too. Most connections only make the call.
     *
     * <p>Not for a thread that is being handed something by this connection: it would have to read the answer itself.
     *
     * @param call sends something, and gives what its answer completes
     * @return what the call gave, done or not: the caller still has to wait
     */
    default <F extends Future<?>> F lead(Supplier<F> call) {
        return call.get();
    }
}
