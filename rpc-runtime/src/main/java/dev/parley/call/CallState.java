package dev.parley.call;

import dev.parley.codec.JsonValue;
import dev.parley.message.ErrorCode;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What most incoming calls never need: a deadline, metadata, a principal, cancellation. Safe for many threads. */
final class CallState {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");

    /** The caller gives up by itself, and says so; what ends its call here is for a caller that has vanished. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private @Nullable Failure refusal;
    private boolean limited;
    private boolean ofCaller;
    private long deadline;
    private long limitMillis;
    private Metadata metadata = Metadata.NONE;
    private @Nullable Principal principal;
    private @Nullable Consumer<JsonValue> progress;
    private int keywordsFrom;
    private int keywordsTo;
    private boolean cancelled;
    private @Nullable List<Runnable> onCancel;

    void refuse(Failure failure) {
        refusal = failure;
    }

    @Nullable
    Failure refusal() {
        return refusal;
    }

    /** Sets where the arguments by name are that came beside those by position. */
    void keywords(int from, int to) {
        keywordsFrom = from;
        keywordsTo = to;
    }

    /** The frame was copied. */
    void shift(int by) {
        keywordsFrom += by;
        keywordsTo += by;
    }

    boolean hasKeywords() {
        return keywordsTo > keywordsFrom;
    }

    int keywordsFrom() {
        return keywordsFrom;
    }

    int keywordsTo() {
        return keywordsTo;
    }

    /**
     * Limits the time from now on; of several limits the one that ends first holds.
     *
     * @param byCaller whether the caller waits no longer, or the handler may not run longer
     */
    synchronized void limit(long millis, boolean byCaller) {
        long most = TimeUnit.NANOSECONDS.toMillis(Long.MAX_VALUE / 2);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Math.min(millis, most));
        if (!limited || end - deadline < 0) {
            limited = true;
            deadline = end;
            limitMillis = millis;
            ofCaller = byCaller;
        }
    }

    synchronized boolean isLimited() {
        return limited;
    }

    /** How much time is left; 0 when it is over. Only where there is a limit. */
    synchronized long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** How long it is until the call is ended here; 0 when it is time. Only where there is a limit. */
    synchronized long nanosToEnd() {
        return Math.max(0, deadline + (ofCaller ? GRACE_NANOS : 0) - System.nanoTime());
    }

    /** What the caller is told once the time is over. */
    synchronized Failure late() {
        return Failure.of(
                ErrorCode.DEADLINE_EXCEEDED,
                "Deadline exceeded",
                (ofCaller ? "the caller waits no longer than " : "the handler did not end within ") + limitMillis
                        + " ms");
    }

    synchronized void metadata(Metadata own) {
        metadata = own;
    }

    synchronized @Nullable String metadata(String name) {
        return metadata.get(name);
    }

    synchronized void identify(Principal who) {
        principal = who;
    }

    synchronized @Nullable Principal principal() {
        return principal;
    }

    synchronized void progressTo(Consumer<JsonValue> listener) {
        progress = listener;
    }

    void progress(JsonValue value) {
        Consumer<JsonValue> listener;
        synchronized (this) {
            listener = progress;
        }
        if (listener != null) {
            listener.accept(value);
        }
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                if (onCancel == null) {
                    onCancel = new ArrayList<>(1);
                }
                onCancel.add(action);
                return;
            }
        }
        run(action);
    }

    void cancel() {
        List<Runnable> actions;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            actions = onCancel == null ? List.of() : onCancel;
            onCancel = null;
        }
        actions.forEach(CallState::run);
    }

    /** One action that fails must not keep the others from running. */
    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "an action for the end of a cancelled call failed", e);
        }
    }

    /** Cancels what a handler returned, where that can be cancelled. */
    static void cancel(CompletionStage<?> stage) {
        if (stage instanceof CompletableFuture<?> future) {
            future.cancel(true);
        }
    }
}
