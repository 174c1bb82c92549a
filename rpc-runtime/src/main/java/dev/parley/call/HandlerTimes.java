package dev.parley.call;

import dev.parley.message.ErrorCode;
import java.time.Duration;

/** Sees that no handler of a queue runs beyond its time, which is looked at now and then while any runs. */
final class HandlerTimes {
    private static final long LONGEST_TICK_MILLIS = 500;

    private final CallQueue queue;
    private final long limitNanos;
    private final long tickMillis;
    private boolean ticking;

    HandlerTimes(CallQueue queue, Duration limit) {
        this.queue = queue;
        this.limitNanos = limit.toNanos();
        this.tickMillis = Math.max(1, Math.min(LONGEST_TICK_MILLIS, limit.toMillis() / 8));
    }

    /** A call was started; under the queue's lock. */
    void started() {
        if (limitNanos > 0 && !ticking) {
            ticking = true;
            Clock.in(tickMillis, this::tick);
        }
    }

    private void tick() {
        long now = System.nanoTime();
        for (RunningCall call : queue.runningCalls()) {
            if (!call.wasSeen) {
                call.wasSeen = true;
                call.seen = now;
            } else if (now - call.seen >= limitNanos) {
                queue.lane().handlers().aside(() -> call.cancel(late()));
            }
        }
        synchronized (queue) {
            ticking = queue.isRunning();
            if (ticking) {
                Clock.in(tickMillis, this::tick);
            }
        }
    }

    private Failure late() {
        return Failure.of(
                ErrorCode.DEADLINE_EXCEEDED,
                "Deadline exceeded",
                "the handler did not end within " + limitNanos / 1_000_000 + " ms");
    }
}
