package dev.parley.call;

import dev.parley.codec.JsonValue;
import dev.parley.contract.CallContext;
import java.security.Principal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
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
        state().limit(millis, true);
    }

    /** Limits how long the handler may run, from now on. */
    void handlerLimit(long millis) {
        state().limit(millis, false);
    }

    /** How long the server lets each handler run; 0 for no limit. */
    abstract long handlerMillis();

    /** Whether something limits its time so far. */
    boolean isTimed() {
        CallState present = state;
        return present != null && present.isLimited();
    }

    /** How long it is until a call that {@linkplain #isTimed() has a limit} is ended; 0 when it is time. */
    long nanosToEnd() {
        return state().nanosToEnd();
    }

    /** What the caller is told when the time is over. */
    Failure late() {
        return state().late();
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
        if (handlerMillis() > 0) {
            handlerLimit(handlerMillis());
        }
        return isTimed() ? Optional.of(Duration.ofNanos(state().nanosLeft())) : Optional.empty();
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
