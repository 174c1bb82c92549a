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
public abstract class GuardedFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    GuardedFuture() {}

    /**
     * A future that another thread completes.
     *
     * @param what what a thread that blocks waits for, for messages
     */
    public static <T extends @Nullable Object> GuardedFuture<T> of(String what) {
        return new Named<>(what);
    }

    /** What a thread that blocks waits for. */
    abstract String what();

    /** What depends on a call: the text is made only when somebody is refused. */
    static final class OfCall<T extends @Nullable Object> extends GuardedFuture<T> {
        private final String name;

        OfCall(String name) {
            this.name = name;
        }

        @Override
        String what() {
            return "a call of " + name;
        }

        @Override
        public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
            return new OfCall<>(name);
        }
    }

    private static final class Named<T extends @Nullable Object> extends GuardedFuture<T> {
        private final String what;

        Named(String what) {
            this.what = what;
        }

        @Override
        String what() {
            return what;
        }
    }

    @Override
    public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
        return of(what());
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
