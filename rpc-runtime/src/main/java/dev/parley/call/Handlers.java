package dev.parley.call;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where handlers run. From Java 24 on that is a virtual thread for each; before, a `synchronized` block would pin its
 * carrier, so that they share a pool of platform threads.
 */
public abstract class Handlers {
    /** How many platform threads the handlers of a process share unless a user says otherwise. */
    public static final int DEFAULT_THREADS = 256;

    private static final int VIRTUAL_BY_DEFAULT_FROM = 24;

    Handlers() {}

    /** Those of all peers and servers that have none of their own. */
    public static Handlers shared() {
        return Shared.HANDLERS;
    }

    /** A pool of so many platform threads, which grows for each handler that waits for a call of its own. */
    public static Handlers pool(int threads) {
        return new PooledHandlers(threads);
    }

    /**
     * A virtual thread for each handler.
     *
     * @throws UnsupportedOperationException before Java 21
     */
    public static Handlers virtual() {
        try {
            // The build runs on 17, which does not have the method.
            MethodHandle perTask = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return on((ExecutorService) perTask.invokeExact());
        } catch (NoSuchMethodException e) {
            throw new UnsupportedOperationException(
                    "Java " + Runtime.version().feature() + " has no virtual threads; they need Java 21", e);
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** An executor of the user's, which has to find a thread for each handler that others wait for. */
    public static Handlers on(Executor executor) {
        return new ExecutorHandlers(executor);
    }

    /** The handlers of one connection, which share the threads fairly with those of others. */
    public final class Lane {
        final LaneTasks tasks = new LaneTasks();

        private Lane() {}

        /** Runs a handler, now or as soon as there is a thread for it. */
        void execute(Runnable task) {
            Handlers.this.execute(tasks, task);
        }

        Handlers handlers() {
            return Handlers.this;
        }

        /** A handler of these is about to wait for what others do; {@link #wentOn} follows. */
        void waits() {
            Handlers.this.waits(tasks);
        }

        /** It has waited. */
        void wentOn() {
            Handlers.this.wentOn(tasks);
        }
    }

    /** A lane for one connection. */
    public Lane lane() {
        return new Lane();
    }

    abstract void execute(LaneTasks lane, Runnable task);

    /** Runs something short that belongs to no connection's share. */
    public abstract void aside(Runnable task);

    abstract void waits(LaneTasks lane);

    abstract void wentOn(LaneTasks lane);

    private static final class Shared {
        static final Handlers HANDLERS =
                Runtime.version().feature() >= VIRTUAL_BY_DEFAULT_FROM ? virtual() : pool(DEFAULT_THREADS);
    }
}
