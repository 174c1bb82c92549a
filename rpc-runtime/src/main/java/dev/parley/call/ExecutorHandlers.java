package dev.parley.call;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Handlers on an executor that finds a thread for each: virtual threads, or one of the user's. */
final class ExecutorHandlers extends Handlers {
    private final Executor executor;

    ExecutorHandlers(Executor executor) {
        this.executor = executor;
    }

    @Override
    void execute(LaneTasks lane, Runnable task) {
        executor.execute(task);
    }

    @Override
    public void aside(Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // The runtime's own work has to be done all the same.
            Handlers.shared().aside(task);
        }
    }

    @Override
    void waits(LaneTasks lane) {
        // A thread that waits holds nothing that others need.
    }

    @Override
    void wentOn(LaneTasks lane) {
        // See waits().
    }
}
