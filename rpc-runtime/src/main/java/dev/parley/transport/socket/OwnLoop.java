package dev.parley.transport.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The event loop of one connection, which is run by one thread at a time, the leader: by a caller while it waits for its
 * answer, and else by a thread of the loop's own. A call of one caller after the other thus needs no other thread, neither
 * to send nor to read.
 *
 * <p>No wake-up is lost, since each side writes before it reads (all of these are volatile). Who asks for something sets
 * {@code asked} and then looks whether somebody leads: nobody, and it wakes the loop's own thread; somebody who selects, and
 * it wakes the selector. Who leads sets {@code selecting} before it looks at {@code asked} a last time and selects, and
 * sets the leader to nobody before it looks a last time and goes.
 */
final class OwnLoop implements Runnable {
    /** What the loop is run for. All is called by the leader but {@link #isWanted}. */
    interface Work {
        /** Does what other threads asked for. */
        void catchUp();

        /** Sends what was gathered, and says what to wait for, as a set of {@link SelectionKey}'s operations. */
        int prepare();

        /** The channel is ready, or time has gone by. */
        void ready(int operations);

        /** How long to wait, unless something happens; at most so long. */
        long millisToNext(long most);

        /** Whether there is something left to send. */
        boolean hasUnsent();

        /** Whether handing over is under way, so that the current thread can't wait. */
        boolean isHandingOver();

        /** Whether somebody waits for what has yet to be read; any thread. */
        boolean isWanted();

        /** The loop can't go on. */
        void failed(Throwable cause);
    }

    /** For how long nobody else has to have led before the loop's own thread does. */
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** How often a leading caller looks whether its call has ended elsewhere, as by its time limit. */
    private static final long CALLER_MILLIS = 25;

    private static final long FOREVER_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final Selector selector;
    private final SelectionKey key;
    private final Work work;
    private final Thread thread;
    private final AtomicReference<Thread> leader = new AtomicReference<>();
    private volatile boolean asked;
    private volatile boolean selecting;
    private volatile boolean closed;

    /** How often a caller has led; written by leaders only. */
    private volatile int turns;

    /** Whether a caller has come that could have led if the loop's own thread had not. */
    private volatile boolean callerCame;

    private final OwnSpin spin = new OwnSpin(Runtime.getRuntime().availableProcessors());

    private int ready;
    private final Consumer<SelectionKey> takeReady = selected -> ready = selected.readyOps();

    OwnLoop(Selector selector, SelectionKey key, Work work, String name) {
        this.selector = selector;
        this.key = key;
        this.work = work;
        this.thread = new Thread(this, name);
        thread.setDaemon(true);
    }

    /** Does the first thing as the leader, and then starts the loop's own thread. */
    void begin(Runnable first) {
        leader.set(Thread.currentThread());
        first.run();
        thread.start();
        release();
    }

    boolean isLeader() {
        return leader.get() == Thread.currentThread();
    }

    /** Has {@link Work#catchUp} called soon; any thread. */
    void ask() {
        if (asked) {
            return; // who set it sees to it
        }
        asked = true;
        Thread now = leader.get();
        if (now == null) {
            LockSupport.unpark(thread);
        } else if (selecting && now != Thread.currentThread()) {
            selector.wakeup();
        }
    }

    /** Makes a call, and leads until it has ended or the thread is interrupted, unless somebody else leads. */
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
        if (now != null || !leader.compareAndSet(null, me)) {
            F answer = call.get();
            callerCame = true;
            return answer;
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
            prepare();
            if (answer.isDone() || closed || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!spin.isDue() || !selectSpinning()) {
                select(CALLER_MILLIS);
            }
        }
    }

    private void release() {
        if (work.hasUnsent()) {
            asked = true;
        }
        leader.set(null);
        if (needsLeader()) {
            LockSupport.unpark(thread);
        }
    }

    private boolean needsLeader() {
        return asked || closed || work.isWanted();
    }

    /** The loop's own thread. */
    @Override
    public void run() {
        while (!closed) {
            int before = turns;
            if (leader.get() != null || !needsLeader()) { // who leads wakes us, if there is need when he goes
                LockSupport.parkNanos(this, IDLE_NANOS);
            }
            if ((turns == before || needsLeader()) && leader.compareAndSet(null, thread)) {
                runUntilCallersMay();
                release();
            }
        }
    }

    /** Leads until a caller came who did not lead because of us, and nobody waits: the next one may do it himself. */
    private void runUntilCallersMay() {
        while (true) {
            prepare();
            if (closed || callerCame && !work.hasUnsent() && !work.isWanted()) {
                callerCame = false;
                return;
            }
            Thread.interrupted(); // by a handler's code, perhaps: nothing could ever be waited for again
            select(FOREVER_MILLIS);
        }
    }

    /** A leader that fell out of the loop would take everybody's answers with him: whatever fails ends the connection. */
    private void prepare() {
        try {
            while (asked) {
                asked = false;
                work.catchUp();
            }
            int operations = work.prepare();
            if (!closed && key.interestOps() != operations) {
                key.interestOps(operations);
            }
        } catch (RuntimeException | Error e) {
            work.failed(e);
        }
    }

    /** Looks again and again for a little while; returns whether there was anything to do. */
    private boolean selectSpinning() {
        ready = 0;
        try {
            long start = System.nanoTime();
            do {
                selector.selectNow(takeReady);
            } while (ready == 0 && !asked && System.nanoTime() - start < OwnSpin.NANOS);
            spin.ended(ready != 0);
            if (ready != 0) {
                work.ready(ready);
            }
        } catch (IOException | RuntimeException | Error e) {
            work.failed(e);
        }
        return ready != 0 || asked || closed;
    }

    private void select(long most) {
        if (closed) {
            return;
        }
        ready = 0;
        selecting = true;
        try {
            if (asked) {
                selector.selectNow(takeReady);
            } else {
                selector.select(takeReady, work.millisToNext(most));
            }
            selecting = false;
            work.ready(ready);
        } catch (IOException | RuntimeException | Error e) {
            work.failed(e);
        } finally {
            selecting = false;
        }
    }

    /** The channel is closed; called by the leader. */
    void close() {
        closed = true;
        try {
            selector.close();
        } catch (IOException e) {
            System.getLogger("dev.parley.transport.socket")
                    .log(System.Logger.Level.DEBUG, "A selector could not be closed", e);
        }
    }
}
