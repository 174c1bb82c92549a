package dev.parley.transport.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The right to work for one connection, which one thread has at a time, the leader: a caller while it waits for its answer,
 * else the connection's {@link Watcher} while something happens. A call of one caller after the other thus needs no other
 * thread, neither to send nor to read.
 *
 * <p>No wake-up is lost, since each side writes before it reads (all of these are volatile). A thread that asks for something
 * sets {@code asked} and then looks for a leader: if there is none, it wakes the watcher; if the leader selects, it wakes its
 * selector. The leader sets {@code selecting} before it looks at {@code asked} a last time and selects, and sets the leader to
 * nobody before it looks a last time and goes.
 */
final class Lead {
    /** The work. All is called by the leader but {@link #isWanted}. */
    interface Work {
        /** Does what other threads asked for. */
        void catchUp();

        /** Sends what was gathered, and says what to wait for, as a set of {@link SelectionKey}'s operations. */
        int prepare();

        /** Reads; returns whether there was anything to read. */
        boolean read();

        /** Does what is due by the clock. */
        void tick();

        /** How long to wait, unless something happens; at most so long. */
        long millisToNext(long most);

        /** Whether there is something left to send. */
        boolean hasUnsent();

        /** Whether handing over is under way, so that the current thread can't wait. */
        boolean isHandingOver();

        /** Whether somebody waits for what has yet to be read; any thread. */
        boolean isWanted();

        /** The work can't go on. */
        void failed(Throwable cause);
    }

    /** For how long no caller has to have led before the watcher watches. */
    private static final long IDLE_MILLIS = 10;

    /** How often a leading caller looks whether its call has ended elsewhere, as by its time limit. */
    private static final long CALLER_MILLIS = 25;

    /** When nothing is due. */
    static final long NEVER = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final Work work;
    private final Watcher watcher;
    private final AtomicReference<@Nullable Thread> leader = new AtomicReference<>();
    private final AtomicBoolean queued = new AtomicBoolean();
    private final Spin spin = new Spin(Runtime.getRuntime().availableProcessors());
    private volatile boolean asked;
    private volatile boolean selecting;
    private volatile boolean closed;

    /** How often a caller has led; written by leaders only. */
    private volatile int turns;

    /** Whether the watcher looks after a while whether callers still lead. */
    private volatile boolean checked;

    /** Of the callers, opened when the first of them has to block; written by leaders only. */
    private volatile @Nullable Selector selector;

    private @Nullable SelectionKey key;
    private int ready;
    private final Consumer<SelectionKey> takeReady = selected -> ready = selected.readyOps();

    /** Of the watcher's thread alone: its key, how many turns it has seen, and when it looks here again. */
    private @Nullable SelectionKey watched;

    private int turnsSeen;
    private long dueAt = NEVER;

    Lead(SocketChannel channel, Work work, Watcher watcher) {
        this.channel = channel;
        this.work = work;
        this.watcher = watcher;
    }

    /** Does the first thing as the leader; from then on the connection is watched. */
    void begin(Runnable first) throws IOException {
        leader.set(Thread.currentThread());
        first.run();
        watched = watcher.register(channel, this);
        asked = true;
        release();
    }

    boolean isLeader() {
        return leader.get() == Thread.currentThread();
    }

    /** Has {@link Work#catchUp} called soon; any thread. */
    void ask() {
        if (asked) {
            return; // the thread that set it sees to it
        }
        asked = true;
        Thread now = leader.get();
        if (now == null) {
            wakeWatcher();
        } else if (selecting && now != Thread.currentThread()) {
            Selector present = selector;
            if (present != null) {
                present.wakeup();
            }
        }
    }

    private void wakeWatcher() {
        if (!queued.getAndSet(true)) {
            watcher.wake(this);
        }
    }

    // ---- callers

    /** Makes a call, and leads until it has ended or the thread is interrupted, unless others lead or wait. */
    <F extends Future<?>> F lead(Supplier<F> call) {
        Thread me = Thread.currentThread();
        Thread now = leader.get();
        if (now == me) { // a call that is made for another one, before that one was sent
            F answer = call.get();
            if (!work.isHandingOver()) {
                runUntil(answer);
            }
            return answer;
        }
        if (now != null || VirtualThreads.isCurrent() || work.isWanted() || !leader.compareAndSet(null, me)) {
            return call.get();
        }
        turns++;
        try {
            F answer = call.get();
            runUntil(answer);
            return answer;
        } finally {
            release();
        }
    }

    private void runUntil(Future<?> answer) {
        while (true) {
            int operations = prepare();
            if (answer.isDone() || closed || Thread.currentThread().isInterrupted()) {
                return;
            }
            boolean reads = (operations & SelectionKey.OP_READ) != 0;
            if (!reads || !spin.isDue() || !readSpinning()) {
                select(operations);
            }
        }
    }

    /** Leaves the lead to others, and wakes the watcher if there is need for one. */
    private void release() {
        if (work.hasUnsent()) {
            asked = true;
        }
        leader.set(null);
        if (asked || closed || work.isWanted() || !checked) {
            checked = true;
            wakeWatcher();
        }
    }

    /** Looks again and again for a little while; returns whether there was anything to do. */
    private boolean readSpinning() {
        boolean found = false;
        try {
            long start = System.nanoTime();
            do {
                found = work.read();
            } while (!found && !asked && !closed && System.nanoTime() - start < Spin.NANOS);
            spin.ended(found);
        } catch (RuntimeException | Error e) {
            work.failed(e);
        }
        return found || asked || closed;
    }

    private void select(int operations) {
        if (closed) {
            return;
        }
        ready = 0;
        try {
            Selector present = selector(operations);
            selecting = true;
            if (asked) {
                present.selectNow(takeReady);
            } else {
                present.select(takeReady, work.millisToNext(CALLER_MILLIS));
            }
            selecting = false;
            work(ready);
        } catch (IOException | RuntimeException | Error e) {
            work.failed(e);
        } finally {
            selecting = false;
        }
    }

    private Selector selector(int operations) throws IOException {
        Selector present = selector;
        SelectionKey presentKey = key;
        if (present == null || presentKey == null) {
            present = Selector.open();
            key = channel.register(present, operations);
            selector = present;
        } else if (presentKey.interestOps() != operations) {
            presentKey.interestOps(operations);
        }
        return present;
    }

    // ---- whoever leads

    private void work(int operations) {
        if ((operations & SelectionKey.OP_READ) != 0) {
            work.read();
        }
        work.tick();
    }

    /** A leader that threw would take everybody's answers with it: whatever fails ends the connection. */
    private int prepare() {
        try {
            while (asked) {
                asked = false;
                work.catchUp();
            }
            return work.prepare();
        } catch (RuntimeException | Error e) {
            work.failed(e);
            return 0;
        }
    }

    /** The channel is closed; called by the leader. */
    void close() {
        closed = true;
        Selector present = selector;
        try {
            if (present != null) {
                present.close();
            }
        } catch (IOException e) {
            System.getLogger("dev.parley.transport.socket")
                    .log(System.Logger.Level.DEBUG, "A selector could not be closed", e);
        }
    }

    // ---- the watcher's thread

    /** Something happened, or was asked for, or is due. */
    void attend(int operations) {
        if (operations == 0) {
            queued.set(false);
        }
        if (closed || !leader.compareAndSet(null, Thread.currentThread())) {
            watch(0); // a caller leads, and wakes us when it goes, if there is need
            due(closed ? NEVER : IDLE_MILLIS);
            return;
        }
        try {
            work(operations);
            int wanted = prepare();
            boolean busy = turns != turnsSeen && !work.isWanted() && !work.hasUnsent();
            turnsSeen = turns;
            checked = busy; // if callers led a moment ago, the next one most likely comes soon
            watch(busy || closed ? 0 : wanted);
            due(busy ? IDLE_MILLIS : closed ? NEVER : work.millisToNext(NEVER));
        } catch (RuntimeException | Error e) {
            work.failed(e);
        } finally {
            Thread.interrupted(); // by a handler's code, perhaps: the watcher would never sleep again
            leave();
        }
    }

    private void leave() {
        leader.set(null);
        if (asked) {
            wakeWatcher();
        }
    }

    private void watch(int operations) {
        SelectionKey present = watched;
        if (present != null && present.isValid() && present.interestOps() != operations) {
            present.interestOps(operations);
        }
    }

    private void due(long millis) {
        dueAt = millis == NEVER ? NEVER : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        watcher.due(this, dueAt);
    }

    /** When the watcher is to look here again, in {@link System#nanoTime()}'s time. */
    long dueAt() {
        return dueAt;
    }
}
