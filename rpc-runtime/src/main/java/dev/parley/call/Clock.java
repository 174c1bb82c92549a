package dev.parley.call;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The clock of all connections: one daemon thread, on which no code of a user's ever runs. */
public final class Clock {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private Clock() {}

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
    public static Future<?> in(long millis, Runnable task) {
        return CLOCK.schedule(task, millis, TimeUnit.MILLISECONDS);
    }
}
