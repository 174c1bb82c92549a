package dev.parley.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A future that comes true over a connection, and what depends on one. A thread that has to read the answer is refused when
 * it would block for it; a handler that blocks gives up its place in the order of calls.
 */
public class GuardedFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final @Nullable String what;

    /** @param what what a thread that blocks waits for, for messages */
    public GuardedFuture(String what) {
        this.what = what;
    }

    /** For a subclass that says itself {@linkplain #what() what} it is. */
    GuardedFuture() {
        this.what = null;
    }

    /** What a thread that blocks waits for. */
    String what() {
        return String.valueOf(what);
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return new GuardedFuture<>(what());
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        Activity current = waiting();
        try {
            return super.get();
        } finally {
            waited(current);
        }
    }

    @Override
    public T get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        Activity current = waiting();
        try {
            return super.get(time, unit);
        } finally {
            waited(current);
        }
    }

    @Override
    public T join() {
        Activity current = waiting();
        try {
            return super.join();
        } finally {
            waited(current);
        }
    }

    private @Nullable Activity waiting() {
        if (isDone()) {
            return null;
        }
        Activity current = Activity.current();
        if (current != null) {
            current.beforeBlocking(what());
        }
        return current;
    }

    private static void waited(@Nullable Activity current) {
        if (current != null) {
            current.afterBlocking();
        }
    }
}
