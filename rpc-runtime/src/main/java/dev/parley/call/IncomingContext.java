package dev.parley.call;

import dev.parley.codec.JsonValue;
import dev.parley.contract.CallContext;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an incoming call beside its arguments. It is a part of the call and not an object of its own, because most
 * calls never need it.
 */
abstract class IncomingContext implements CallContext {
    private static final AtomicReferenceFieldUpdater<IncomingContext, CallState> STATE =
            AtomicReferenceFieldUpdater.newUpdater(IncomingContext.class, CallState.class, "state");

    private volatile @Nullable CallState state;

    IncomingContext() {}

    /** The state, made when first asked for. */
    final CallState state() {
        CallState present = state;
        if (present == null) {
            present = new CallState();
            if (!STATE.compareAndSet(this, null, present)) {
                present = Objects.requireNonNull(state);
            }
        }
        return present;
    }

    /** The state, if anything ever asked for it. */
    final @Nullable CallState presentState() {
        return state;
    }

    /** Sets how long the caller waits, from now on. */
    public void timeLimit(long millis) {
        long most = TimeUnit.NANOSECONDS.toMillis(Long.MAX_VALUE / 2);
        state().deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(millis, most)));
    }

    /** Sets what the caller sent beside the arguments. */
    public void metadata(Metadata own) {
        state().metadata(own);
    }

    /** Sets what takes reports of progress. */
    public void progressTo(Consumer<JsonValue> listener) {
        state().progressTo(listener);
    }

    void identify(Principal principal) {
        state().identify(principal);
    }

    @Override
    public @Nullable String metadata(String name) {
        CallState present = state;
        return present == null ? null : present.metadata(name);
    }

    @Override
    public Optional<Duration> timeLeft() {
        CallState present = state;
        return present == null ? Optional.empty() : present.timeLeft();
    }

    @Override
    public boolean isCancelled() {
        CallState present = state;
        return present != null && present.isCancelled();
    }

    @Override
    public void onCancel(Runnable action) {
        state().onCancel(action);
    }

    @Override
    public @Nullable Principal principal() {
        CallState present = state;
        return present == null ? null : present.principal();
    }
}
