package dev.parley.transport.memory;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The few threads on which all memory connections of the JVM deliver. They are daemons and go when idle. */
final class MemoryThreads {
    static final System.Logger LOG = System.getLogger("dev.parley.transport.memory");

    private static final ThreadPoolExecutor EXECUTOR = executor();

    private MemoryThreads() {}

    static void execute(Runnable task) {
        EXECUTOR.execute(task);
    }

    /** Runs a task of somebody else's: whatever it throws is logged, and must not take the shared thread with it. */
    static void run(String whose, Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.log(System.Logger.Level.ERROR, whose + " failed", e);
        }
    }

    private static ThreadPoolExecutor executor() {
        int threads = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));
        AtomicInteger numbers = new AtomicInteger();
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(threads, threads, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "parley-memory-" + numbers.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
