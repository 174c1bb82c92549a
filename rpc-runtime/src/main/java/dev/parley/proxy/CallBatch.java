package dev.parley.proxy;

import dev.parley.contract.MethodDescriptor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Calls that go out together. Over a dialect without batches they go out one after another, and nothing else changes.
 * For one thread; send it once.
 */
public interface CallBatch {
    /** Adds a call; its future completes after {@link #send()}. */
    <R extends @Nullable Object> CompletableFuture<R> call(MethodDescriptor<R> method, @Nullable Object... arguments);

    /** Adds a notification. */
    void notify(MethodDescriptor<?> method, @Nullable Object... arguments);

    /**
     * Sends all. An empty batch sends nothing.
     *
     * @return completes when every call has its answer, in whatever way each ended
     */
    CompletableFuture<@Nullable Void> send();
}
