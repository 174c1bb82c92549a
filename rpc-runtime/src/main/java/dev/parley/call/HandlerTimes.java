package dev.parley.call;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees that no handler of a queue runs beyond its time: its caller's, or the limit of all. That is looked at now and then
 * while any runs, because a clock for each call would cost more than most calls.
 */
final class HandlerTimes {
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final CallQueue queue;
    private final long limitMillis;
    private final long pauseMillis;

    // Under the queue's lock.

    private @Nullable Future<?> next;
    private long nextAt;

    /** @param limit how long each handler may run; zero for no limit */
    HandlerTimes(CallQueue queue, Duration limit) {
        this.queue = queue;
        this.limitMillis = limit.toMillis();
        this.pauseMillis =
                limitMillis == 0 ? LONGEST_PAUSE_MILLIS : Math.max(1, Math.min(LONGEST_PAUSE_MILLIS, limitMillis / 8));
    }

    /** A call was started, or its time was limited; under the queue's lock. */
    void started(IncomingCall call) {
        if (call.isTimed()) {
            lookWithin(TimeUnit.NANOSECONDS.toMillis(call.nanosToEnd()) + 1);
        } else if (limitMillis > 0 && next == null) {
            lookWithin(pauseMillis);
        }
    }

    private void lookWithin(long millis) {
        long pause = Math.min(millis, pauseMillis);
        long at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
        Future<?> present = next;
        if (present == null || at - nextAt < 0) {
            if (present != null) {
                present.cancel(false);
            }
            nextAt = at;
            next = Clock.in(pause, this::look);
        }
    }

    private void look() {
        List<RunningCall> running = queue.runningCalls();
        for (RunningCall call : running) {
            if (!call.wasSeen && limitMillis > 0) {
                call.call.handlerLimit(limitMillis);
            }
            call.wasSeen = true;
            if (call.call.isTimed() && call.call.nanosToEnd() == 0) {
                end(call);
            }
        }
        synchronized (queue) {
            next = null;
            // Those that ended are under way as long as their threads are, but there is nothing left to see.
            queue.runningCalls().stream().filter(call -> !call.call.hasEnded()).forEach(call -> started(call.call));
        }
    }

    /** Never on the clock's thread: what hears of the cancellation may take its time. */
    private void end(RunningCall call) {
        if (!call.call.hasEnded()) {
            queue.lane().handlers().aside(() -> call.cancel(call.call.late()));
        }
    }
}
