package dev.parley.proxy;

import dev.parley.contract.CallOptions;
import dev.parley.contract.MethodDescriptor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls: what a generated client is given. A peer is one; so is anything that passes calls on.
 *
 * <p>Arguments stand in the order of the descriptor's parameters. Safe for many threads.
 */
public interface Caller {
    /**
     * Calls and waits.
     *
     * @return the result
     * @throws dev.parley.contract.RpcException when there is none; an exception type that the method declares is
     *     thrown as itself, checked or not
     */
    <R extends @Nullable Object> R call(MethodDescriptor<R> method, @Nullable Object... arguments);

    /**
     * Calls and does not wait. The future completes on the thread that reads the connection, so what depends on it must
     * not block there; it fails with what {@link #call} would throw.
     */
    <R extends @Nullable Object> CompletableFuture<R> callAsync(
            MethodDescriptor<R> method, @Nullable Object... arguments);

    /** Sends a notification: returns when it is handed to the connection, and never learns what became of it. */
    void notify(MethodDescriptor<?> method, @Nullable Object... arguments);

    /** Starts a batch. */
    CallBatch batch();

    /** The same caller with other options; what they do not say stays as it is. */
    Caller with(CallOptions options);
}
