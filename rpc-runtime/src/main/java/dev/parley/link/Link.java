package dev.parley.link;

import dev.parley.call.Encoding;
import dev.parley.call.PendingCall;
import dev.parley.contract.CallOptions;
import dev.parley.frame.Frame;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a peer's messages reach the other end: over a connection that both ends use freely, or by exchanges. */
public interface Link {
    /** The other end, for messages to people: {@code tcp 127.0.0.1:4000}. */
    String name();

    /**
     * Gives calls their ids.
     *
     * @return false when the connection has ended: the calls have failed with that
     */
    boolean register(List<PendingCall<?>> calls);

    /** An id that no call has. */
    long unusedId();

    /**
     * Sends one message that holds these calls; none for notifications.
     *
     * @param options what belongs to the calls beside their arguments, for links that have headers
     */
    void send(Frame message, List<PendingCall<?>> calls, CallOptions options);

    /** Makes a call whose answer the current thread waits for next; perhaps it reads the answer itself. */
    default <F extends Future<?>> F lead(Supplier<F> call) {
        return call.get();
    }

    /** Forgets calls that could not be written. */
    void forget(List<PendingCall<?>> calls);

    /** How large a message may be that the peer accepts, as far as it has said so. */
    int peersLimit();

    /** How messages become bytes. */
    Encoding encoding();

    /** What tells the peer of cancellation and progress, and reads what callers send; null where nothing does. */
    @Nullable
    CallControl control();

    /** Whether the connection has ended. */
    boolean hasEnded();

    /** Sends what was handed over, then ends. */
    void close();
}
