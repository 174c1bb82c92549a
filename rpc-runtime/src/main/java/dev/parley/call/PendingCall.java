package dev.parley.call;

import dev.parley.contract.MethodDescriptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A call that waits for its answer; the future that its caller holds. */
public final class PendingCall<R extends @Nullable Object> extends GuardedFuture<R> {
    /** The connection's side of a call. */
    public interface Owner {
        /** The caller no longer wants the answer. */
        void cancelled(PendingCall<?> call);

        /** Where callers' futures complete; null for the thread that read the answer. */
        @Nullable
        Executor callbacks();
    }

    private final MethodDescriptor<R> method;
    private final String name;
    private final long timeoutNanos;
    private long id;
    private @Nullable Owner owner;

    /** How large the message was that it went out in; negative for a batch. */
    private int messageBytes;

    /** Whether a caller blocks for it, so that nothing of a user's depends on it. */
    private boolean blocking;

    private boolean timed;
    private long deadline;

    /**
     * A call.
     *
     * @param name the name on the wire
     * @param timeoutNanos how long its caller waits; 0 for no limit
     */
    public PendingCall(MethodDescriptor<R> method, String name, long timeoutNanos) {
        this.method = method;
        this.name = name;
        this.timeoutNanos = timeoutNanos;
    }

    /** What is called. */
    public MethodDescriptor<R> method() {
        return method;
    }

    /** The name on the wire. */
    public String name() {
        return name;
    }

    /** How long its caller waits; 0 for no limit. */
    public long timeoutNanos() {
        return timeoutNanos;
    }

    /** What its answer will carry. */
    public long id() {
        return id;
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new OfCall<>(name);
    }

    @Override
    String what() {
        return "a call of " + name;
    }

    /** Called once, before anybody else can see the call. */
    public void start(long givenId, Owner connection) {
        this.id = givenId;
        this.owner = connection;
    }

    /** The connection's side; null before it was started. */
    public @Nullable Owner owner() {
        return owner;
    }

    /** Says how large the message is that it goes out in. */
    public void sentIn(int bytes, boolean batch) {
        messageBytes = batch ? -bytes : bytes;
    }

    /** How large the message was that it went out in. */
    int messageBytes() {
        return Math.abs(messageBytes);
    }

    boolean isInBatch() {
        return messageBytes < 0;
    }

    /** Says that a caller blocks for it at once. */
    public void awaited() {
        blocking = true;
    }

    /** Whether its time is over, which counts from the first time that this is asked: a clock costs more than an id. */
    public boolean isLate(long now) {
        if (timeoutNanos == 0) {
            return false;
        }
        if (!timed) {
            timed = true;
            deadline = now + timeoutNanos;
        }
        return now - deadline >= 0;
    }

    /** The answer came. */
    void answered(R result) {
        Executor callbacks = callbacks();
        if (callbacks == null) {
            complete(result);
        } else {
            execute(callbacks, () -> complete(result));
        }
    }

    /** There is no result. */
    public void failed(Throwable why) {
        Executor callbacks = callbacks();
        if (callbacks == null) {
            completeExceptionally(why);
        } else {
            execute(callbacks, () -> completeExceptionally(why));
        }
    }

    /** An executor that was shut down must not leave its caller waiting for ever. */
    private static void execute(Executor callbacks, Runnable completion) {
        try {
            callbacks.execute(completion);
        } catch (RejectedExecutionException e) {
            Handlers.shared().aside(completion);
        }
    }

    private @Nullable Executor callbacks() {
        Owner present = owner;
        return blocking || present == null ? null : present.callbacks();
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean wasDone = isDone();
        boolean cancelled = super.cancel(mayInterrupt);
        Owner present = owner;
        if (cancelled && !wasDone && present != null) {
            present.cancelled(this);
        }
        return cancelled;
    }
}
