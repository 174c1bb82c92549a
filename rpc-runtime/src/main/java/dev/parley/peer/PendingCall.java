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
    void start(long givenId, long now) {
        this.id = givenId;
        this.deadline = timeoutNanos == 0 ? Long.MAX_VALUE : now + timeoutNanos;
    }

    boolean isLate(long now) {
        return deadline != Long.MAX_VALUE && now - deadline >= 0;
    }
}
