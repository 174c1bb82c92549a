package dev.parley.peer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where handlers run: on a virtual thread each from Java 21 on; before, on a pool of threads that grows by one for each
 * handler that waits for a call of its own, so that calls within calls always find a thread.
 */
abstract class Handlers implements Executor {
    private static final Handlers SHARED = make();

    /** The handlers of this process. */
    static Handlers shared() {
        return SHARED;
    }

    private static Handlers make() {
        try {
            // The build runs on 17, where this method is not there to be called otherwise.
            MethodHandle perTask = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return new Virtual((ExecutorService) perTask.invokeExact());
        } catch (NoSuchMethodException e) {
            return new Pooled();
        } catch (Throwable e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The current thread, one of these, is about to wait for a call of its own. */
    abstract void waiting();

    /** It has waited. */
    abstract void goingOn();

    private static final class Virtual extends Handlers {
        private final Executor threads;

        Virtual(Executor threads) {
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            threads.execute(task);
        }

        @Override
        void waiting() {
            // A virtual thread that waits holds nothing that others need.
        }

        @Override
        void goingOn() {
            // See waiting().
        }
    }

    private static final class Pooled extends Handlers {
        private static final int THREADS = 256;
        private static final long SHRINK_NANOS = TimeUnit.SECONDS.toNanos(10);

        private final AtomicInteger number = new AtomicInteger();
        private final ThreadPoolExecutor pool;

        /** How many of the threads wait for calls of their own, and how many are allowed beyond the usual for that. */
        private int waiting;

        private int extra;
        private long grown;

        Pooled() {
            pool = new ThreadPoolExecutor(
                    THREADS, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                        Thread thread = new Thread(task, "parley-handler-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
            pool.allowCoreThreadTimeOut(true);
        }

        @Override
        public void execute(Runnable task) {
            pool.execute(task);
        }

        @Override
        synchronized void waiting() {
            if (++waiting > extra) {
                extra = waiting;
                grown = System.nanoTime();
                pool.setCorePoolSize(THREADS + extra);
            }
        }

        /** Shrinks seldom, because that wakes every idle thread of the pool. */
        @Override
        synchronized void goingOn() {
            if (--waiting == 0 && extra > 0 && System.nanoTime() - grown > SHRINK_NANOS) {
                extra = 0;
                pool.setCorePoolSize(THREADS);
            }
        }
    }
}
