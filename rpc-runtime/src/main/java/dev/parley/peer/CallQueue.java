package dev.parley.peer;

import dev.parley.dispatch.IncomingCall;
import dev.parley.message.ErrorCode;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The requests of one duplex connection, from their arrival to their start. They start in order of arrival. A
 * notification, or a call of a service in strict order, lets nothing start behind it until it has ended, or until it
 * waits for a call of its own; other calls run in parallel, up to a limit.
 */
final class CallQueue {
    /** The connection's side of the queue. */
    interface Host {
        /** The peer whose handlers run. */
        Peer peer();

        /** Stops and starts reading. */
        void setReading(boolean reading);

        /** Whether a call of our own waits for its answer on this connection. */
        boolean isWaiting();

        /** The last of the calls has ended. */
        void idle();
    }

    private final Host host;
    private final int maxRunning;
    private final int maxQueued;
    private final long maxQueuedBytes;
    private final ArrayDeque<IncomingCall> queued = new ArrayDeque<>(0);
    private long queuedBytes;
    private int running;
    private boolean barrier;
    private boolean paused;

    /** Whether calls have to queue; set by the reading thread only, so that it may trust a false. */
    private volatile boolean blocked;

    CallQueue(Host host, Limits limits) {
        this.host = host;
        this.maxRunning = limits.callsInFlight();
        this.maxQueued = limits.callsQueued();
        this.maxQueuedBytes = limits.bytesQueued();
    }

    /** Takes a call over; for the reading thread. */
    void add(IncomingCall call) {
        if (call.isNonBlocking() && !blocked) {
            runHere(call);
            return;
        }
        boolean refused = false;
        synchronized (this) {
            if (queued.isEmpty() && mayStart()) {
                start(call);
            } else if (isFull() && host.isWaiting()) {
                refused = true;
            } else {
                queue(call);
            }
        }
        if (refused) {
            call.refuse(
                    ErrorCode.BUSY,
                    "Server busy",
                    maxRunning + " calls are in flight on this connection and " + maxQueued + " wait");
        }
    }

    /** Runs a call that never waits on the reading thread; it counts as running only while its answer is to come. */
    private void runHere(IncomingCall call) {
        Here here = new Here(call.isInOrder());
        call.whenEnded(here);
        CurrentCall.run(host.peer(), null, false, call);
        here.returned();
    }

    /** A call that ran on the reading thread: it has ended, or will end elsewhere. */
    private final class Here extends AtomicInteger implements Runnable {
        private static final long serialVersionUID = 1L;
        private static final int RETURNED = 1;
        private static final int ENDED = 2;

        private final boolean inOrder;

        Here(boolean inOrder) {
            this.inOrder = inOrder;
        }

        @Override
        public void run() {
            if (getAndSet(ENDED) == RETURNED) {
                ended(inOrder);
            }
        }

        void returned() {
            if (get() == ENDED) {
                return;
            }
            synchronized (CallQueue.this) {
                running++;
                if (inOrder) {
                    barrier = true;
                    blocked = true;
                }
            }
            if (!compareAndSet(0, RETURNED)) {
                ended(inOrder);
            }
        }
    }

    private boolean isFull() {
        return queued.size() >= maxQueued || queuedBytes >= maxQueuedBytes;
    }

    private boolean mayStart() {
        return !barrier && running < maxRunning;
    }

    private void queue(IncomingCall call) {
        call.keep();
        blocked = true;
        queued.add(call);
        queuedBytes += call.size();
        if (isFull() && !paused) {
            paused = true;
            host.setReading(false);
        }
    }

    private void start(IncomingCall call) {
        call.keep();
        running++;
        Started started = new Started(call.isInOrder());
        if (call.isInOrder()) {
            barrier = true;
            blocked = true;
        }
        call.whenEnded(started::end);
        Handlers.shared().execute(() -> CurrentCall.run(host.peer(), started::givePlace, true, call));
    }

    /** A call that was started, and whether it still holds up what came after it. */
    private final class Started {
        private boolean holdsPlace;

        Started(boolean holdsPlace) {
            this.holdsPlace = holdsPlace;
        }

        void givePlace() {
            synchronized (CallQueue.this) {
                if (holdsPlace) {
                    holdsPlace = false;
                    barrier = false;
                    startQueued();
                }
            }
        }

        void end() {
            boolean held;
            synchronized (CallQueue.this) {
                held = holdsPlace;
                holdsPlace = false;
            }
            ended(held);
        }
    }

    private void ended(boolean heldPlace) {
        boolean idle;
        synchronized (this) {
            running--;
            if (heldPlace) {
                barrier = false;
            }
            startQueued();
            idle = running == 0 && queued.isEmpty();
        }
        if (idle) {
            host.idle();
        }
    }

    private void startQueued() {
        while (!queued.isEmpty() && mayStart()) {
            IncomingCall call = queued.remove();
            queuedBytes -= call.size();
            start(call);
        }
        blocked = barrier || !queued.isEmpty();
        if (paused && queued.size() <= maxQueued / 2 && queuedBytes <= maxQueuedBytes / 2) {
            paused = false;
            host.setReading(true);
        }
    }

    /** The connection has ended: what waits will never run. */
    synchronized void clear() {
        queued.clear();
        queuedBytes = 0;
    }

    synchronized boolean isIdle() {
        return running == 0 && queued.isEmpty();
    }

    synchronized int running() {
        return running;
    }
}
