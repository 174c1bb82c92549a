package dev.parley.call;

import java.util.concurrent.Executor;

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
        executor.execute(task);
    }

    @Override
    void waits() {
        // A thread that waits holds nothing that others need.
    }

    @Override
    void wentOn() {
        // See waits().
    }
}
