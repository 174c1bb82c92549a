package dev.parley.call;

import dev.parley.codec.JsonValue;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What most incoming calls never need: a deadline, metadata, a principal, cancellation. Safe for many threads. */
final class CallState {
    private static final System.Logger LOG = System.getLogger("dev.parley.call");

    private @Nullable Failure refusal;
    private boolean limited;
    private long deadline;
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

    /** @param nanoTime when the time is over, as {@link System#nanoTime()} counts; the earliest one holds */
    synchronized void deadline(long nanoTime) {
        if (!limited || nanoTime - deadline < 0) {
            limited = true;
            deadline = nanoTime;
        }
    }

    synchronized Optional<Duration> timeLeft() {
        return limited ? Optional.of(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))) : Optional.empty();
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
