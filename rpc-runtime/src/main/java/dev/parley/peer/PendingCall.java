package dev.parley.peer;

import dev.parley.contract.MethodDescriptor;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A call that waits for its answer; the future that its caller holds. */
final class PendingCall<R extends @Nullable Object> extends CompletableFuture<R> {
    private final MethodDescriptor<R> method;
    private final String name;
    private final long timeoutNanos;
    private long id;

    private boolean timed;
    private long deadline;

    PendingCall(MethodDescriptor<R> method, String name, long timeoutNanos) {
        this.method = method;
        this.name = name;
        this.timeoutNanos = timeoutNanos;
    }

    MethodDescriptor<R> method() {
        return method;
    }

    String name() {
        return name;
    }

    long timeoutNanos() {
        return timeoutNanos;
    }

    long id() {
        return id;
    }

    /** Called once, before anybody else can see the call. */
    void start(long givenId) {
        this.id = givenId;
    }

    /** Whether its time is over, which counts from the first time that this is asked: a clock costs more than an id. */
    boolean isLate(long now) {
        if (timeoutNanos == 0) {
            return false;
        }
        if (!timed) {
            timed = true;
            deadline = now + timeoutNanos;
        }
        return now - deadline >= 0;
    }
}
