package dev.parley.contract;

import dev.parley.codec.JsonValue;
import dev.parley.thread.Occupation;
import dev.parley.thread.ThreadPlace;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one incoming call beside its arguments. A handler asks {@link #current()} for it and may pass it to
 * other threads: all methods may be called by any thread, also after the call has ended.
 *
 * <pre>{@code
 * CallContext call = CallContext.current();
 * while (!call.isCancelled() && !search.isDone()) {
 *     search.step();
 *     call.progress(JsonValue.of(search.percent()));
 * }
 * }</pre>
 */
public interface CallContext {
    /** The call that the current thread runs; outside of handlers, a context that belongs to no call and is never cancelled. */
    static CallContext current() {
        Occupation occupation = ThreadPlace.here().current();
        return occupation != null && occupation.call() instanceof CallContext call ? call : NoCall.INSTANCE;
    }

    /** The connection that the call came over. */
    ConnectionContext connection();

    /** The method's name on the wire, with the prefix under which its service is mounted; empty outside of calls. */
    String method();

    /**
     * What the caller sent beside the arguments: a header of an exchange, or an entry of the message's
     * {@code context} member where both ends announced it.
     *
     * @param name compared without regard to case
     * @return null when the caller sent nothing under that name
     */
    @Nullable
    String metadata(String name);

    /**
     * How long the caller still waits, or how long the server lets the handler run, whichever is less; empty when nothing
     * limits the call. Never negative. Calls that the handler makes inherit this limit.
     */
    Optional<Duration> timeLeft();

    /**
     * Whether nobody waits for the result any more: the caller cancelled the call, its connection ended, or its time is
     * over. The handler's thread was interrupted unless the method opts out.
     */
    boolean isCancelled();

    /**
     * Runs an action when the call is cancelled, at once if it is already; never if the call ends before. The action runs
     * on a thread that must not block.
     */
    void onCancel(Runnable action);

    /** The caller, as an interceptor {@linkplain Interceptor.Invocation#identify identified} it; null when none did. */
    @Nullable
    Principal principal();

    /**
     * Tells the caller how far the work is. Does nothing for a caller that did not announce that it listens, and after the
     * call has ended.
     *
     * @param value whatever both ends agreed on
     */
    void progress(JsonValue value);
}
