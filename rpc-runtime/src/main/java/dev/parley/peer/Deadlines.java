package dev.parley.peer;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of all connections: one daemon thread that does short things later. */
final class Deadlines {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private Deadlines() {}

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "parley-clock");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** Does something short later, unless what this returns is cancelled before. */
    static Future<?> in(long millis, Runnable task) {
        return CLOCK.schedule(task, millis, TimeUnit.MILLISECONDS);
    }
}
