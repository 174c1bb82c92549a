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
 * of these, for each handler that waits for a call of its own, and for each that does not stop when it is told to.
 */
final class PooledHandlers extends Handlers {
    private static final long SHRINK_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int threads;
    private final ThreadPoolExecutor pool;

    /** Lanes with tasks that wait, each once. */
    private final ArrayDeque<LaneTasks> turns = new ArrayDeque<>();

    /** How many tasks the pool has been given that have not ended and do not wait. */
    private int running;

    /** How many of its tasks wait for others. */
    private int waiting;

    private int size;
    private long grown;

    PooledHandlers(int threads) {
        this.threads = threads;
        this.size = threads;
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
            if (running >= threads && lane.running > 0) {
                wait(lane, task);
                return;
            }
            begin(lane);
        }
        pool.execute(new Turn(lane, task));
    }

    private void wait(LaneTasks lane, Runnable task) {
        if (lane.waiting.isEmpty()) {
            turns.add(lane);
        }
        lane.waiting.add(task);
    }

    private void begin(LaneTasks lane) {
        running++;
        lane.running++;
        if (running + waiting > size) {
            size = running + waiting;
            grown = System.nanoTime();
            pool.setCorePoolSize(size);
        }
    }

    @Override
    public void aside(Runnable task) {
        execute(new LaneTasks(), task);
    }

    /** The task that takes the place of one of a lane's; null when none waits or there is no place. */
    private @Nullable Turn next(LaneTasks left) {
        if (left.running == 0 && !left.waiting.isEmpty()) {
            return turn(left);
        }
        LaneTasks lane = running < threads ? turns.peek() : null;
        return lane == null ? null : turn(lane);
    }

    private Turn turn(LaneTasks lane) {
        Runnable task = lane.waiting.remove();
        turns.remove(lane);
        if (!lane.waiting.isEmpty()) {
            turns.add(lane);
        }
        begin(lane);
        return new Turn(lane, task);
    }

    @Override
    void waits(LaneTasks lane) {
        Turn next;
        synchronized (this) {
            waiting++;
            running--;
            lane.running--;
            next = next(lane);
        }
        if (next != null) {
            pool.execute(next);
        }
    }

    @Override
    synchronized void wentOn(LaneTasks lane) {
        waiting--;
        running++;
        lane.running++;
    }

    private void ended(LaneTasks lane) {
        Turn next;
        synchronized (this) {
            running--;
            lane.running--;
            next = next(lane);
            shrinkIfQuiet();
        }
        if (next != null) {
            pool.execute(next);
        }
    }

    /** Shrinks seldom, because that wakes every idle thread of the pool. */
    private void shrinkIfQuiet() {
        if (size > threads && waiting == 0 && running < threads && System.nanoTime() - grown > SHRINK_NANOS) {
            size = threads;
            pool.setCorePoolSize(threads);
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
