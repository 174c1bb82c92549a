package dev.parley.call;

import java.util.ArrayDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Handlers on platform threads. Connections that ask for more threads than there are take turns, and one that has no handler
 * running never waits, so that many slow calls of few connections do not keep out the rest. The pool grows by one for each
 * handler that waits for a call of its own or does not stop when it is told to.
 */
final class PooledHandlers extends Handlers {
    private static final long SHRINK_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int threads;
    private final ThreadPoolExecutor pool;

    /** Lanes with tasks that wait, each once. */
    private final ArrayDeque<LaneTasks> turns = new ArrayDeque<>();

    /** How many tasks the pool has been given and not finished. */
    private int given;

    /** How many threads wait for others, and how many are allowed beyond the usual for that. */
    private int waiting;

    private int extra;
    private long grown;

    PooledHandlers(int threads) {
        this.threads = threads;
        pool = new ThreadPoolExecutor(
                threads, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "parley-handler-" + NUMBERS.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    void execute(LaneTasks lane, Runnable task) {
        synchronized (this) {
            if (given >= threads + extra) {
                if (lane.running > 0) {
                    wait(lane, task);
                    return;
                }
                grow(given + 1 - threads);
            }
            take(lane);
        }
        pool.execute(new Turn(lane, task));
    }

    private void wait(LaneTasks lane, Runnable task) {
        if (lane.waiting.isEmpty()) {
            turns.add(lane);
        }
        lane.waiting.add(task);
    }

    private void take(LaneTasks lane) {
        given++;
        lane.running++;
    }

    @Override
    public void aside(Runnable task) {
        execute(new LaneTasks(), task);
    }

    /** The next task that waited and may run now; null when there is none. */
    private @Nullable Turn next() {
        if (given >= threads + extra) {
            return null;
        }
        LaneTasks lane = turns.poll();
        if (lane == null) {
            return null;
        }
        Runnable task = lane.waiting.remove();
        if (!lane.waiting.isEmpty()) {
            turns.add(lane);
        }
        take(lane);
        return new Turn(lane, task);
    }

    private void grow(int needed) {
        if (needed > extra) {
            extra = needed;
            grown = System.nanoTime();
            pool.setCorePoolSize(threads + extra);
        }
    }

    @Override
    void waits() {
        Turn next;
        synchronized (this) {
            waiting++;
            grow(waiting);
            next = next();
        }
        if (next != null) {
            pool.execute(next);
        }
    }

    /** Shrinks seldom, because that wakes every idle thread of the pool. */
    @Override
    synchronized void wentOn() {
        waiting--;
        shrinkIfQuiet();
    }

    private void shrinkIfQuiet() {
        if (waiting == 0 && extra > 0 && given < threads && System.nanoTime() - grown > SHRINK_NANOS) {
            extra = 0;
            pool.setCorePoolSize(threads);
        }
    }

    private void ended(LaneTasks lane) {
        Turn next;
        synchronized (this) {
            given--;
            lane.running--;
            next = next();
            shrinkIfQuiet();
        }
        if (next != null) {
            pool.execute(next);
        }
    }

    /** One task of a lane. */
    private final class Turn implements Runnable {
        private final LaneTasks lane;
        private final Runnable task;

        Turn(LaneTasks lane, Runnable task) {
            this.lane = lane;
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } finally {
                ended(lane);
            }
        }
    }
}
