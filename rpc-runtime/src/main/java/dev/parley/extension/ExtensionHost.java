package dev.parley.extension;

import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.proxy.Caller;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection, as an extension uses it. Safe for many threads. */
public interface ExtensionHost {
    /** The connection. */
    ConnectionContext connection();

    /** Makes calls of the peer; those of an object's proxy, say, under its handle as a prefix. */
    Caller caller(String prefix);

    /** Whether the peer announced this extension. */
    boolean isAnnounced();

    /**
     * Sends a message of the extension's own, past the queue of calls and all interceptors. Does nothing where the peer did
     * not announce the extension, or the connection is over.
     *
     * @param notification what {@link ExtensionSession#control()} at the other end knows
     */
    void send(MethodDescriptor<?> notification, @Nullable Object... arguments);

    /**
     * A future for which a handler may wait as for a call: meanwhile it gives up its place in the order of calls, and takes
     * no thread that others need. A thread that reads is refused when it would block for it.
     *
     * @param what what the waiting is for, for messages: {@code the next item of a stream}
     */
    <T extends @Nullable Object> CompletableFuture<T> future(String what);

    /** What {@link ExtensionSession#isWaiting()} says has changed. */
    void waitingChanged();
}
