package dev.parley.peer;

import dev.parley.dispatch.IncomingCall;
import dev.parley.message.ErrorCode;
import java.util.ArrayDeque;

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

        /** What the reading thread does while it adds calls. */
        CurrentCall onReadingThread();

        /** Stops and starts reading. */
        void setReading(boolean reading);

        /** Whether a call of our own waits for its answer on this connection. */
        boolean isWaiting();

        /** The last of the calls has ended. */
        void idle();

        /** The other end goes on calling and does not read what it is answered. */
        void overrun();
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

    /** Whether the other end does not take the answers that there are. */
    private boolean held;

    private int refusedWhileHeld;

    /** Whether calls have to queue; it becomes true on the reading thread, or a moment before that needs to know. */
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
        boolean overrun = false;
        synchronized (this) {
            if (queued.isEmpty() && mayStart(call)) {
                start(call);
            } else if (isFull() && host.isWaiting()) {
                refused = true;
                overrun = held && ++refusedWhileHeld > maxQueued;
            } else {
                queue(call);
            }
        }
        if (overrun) {
            host.overrun();
        } else if (refused) {
            call.refuse(
                    ErrorCode.BUSY,
                    "Server busy",
                    maxRunning + " calls are in flight on this connection and " + maxQueued + " wait");
        }
    }

    /**
     * Holds calls back while the other end does not take their answers. Notifications go on: they add nothing to what
     * is waiting to be sent, and two ends that both stopped for each other would never start again.
     */
    synchronized void hold(boolean hold) {
        held = hold;
        refusedWhileHeld = 0;
        startQueued();
    }

    /** Runs a call that never waits on the reading thread; it counts as running only while its answer is to come. */
    private void runHere(IncomingCall call) {
        CurrentCall current = host.onReadingThread();
        current.takeAsked();
        call.run();
        if (call.hasEnded()) {
            return;
        }
        boolean holdsPlace = call.isInOrder() && !current.takeAsked();
        synchronized (this) {
            running++;
            if (holdsPlace) {
                barrier = true;
                blocked = true;
            }
        }
        if (!call.whenEnded(() -> ended(holdsPlace))) {
            ended(holdsPlace);
        }
    }

    private boolean isFull() {
        return queued.size() >= maxQueued || queuedBytes >= maxQueuedBytes;
    }

    private boolean mayStart(IncomingCall call) {
        return !barrier && running < maxRunning && (!held || call.isNotification());
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
        if (call.isInOrder()) {
            barrier = true;
            blocked = true;
        }
        Handlers.shared().execute(new Started(call));
    }

    /** A call that was started, and whether it still holds up what came after it. */
    private final class Started implements Runnable {
        private final IncomingCall call;
        private boolean holdsPlace;

        Started(IncomingCall call) {
            this.call = call;
            this.holdsPlace = call.isInOrder();
            call.whenEnded(this::end);
        }

        @Override
        public void run() {
            CurrentCall current = CurrentCall.onOwnThread(host.peer(), this::givePlace);
            current.run(call);
            if (current.takeAsked()) {
                // It may have returned a future that waits for its own call, which is waiting all the same.
                givePlace();
            }
        }

        private void givePlace() {
            synchronized (CallQueue.this) {
                if (holdsPlace) {
                    holdsPlace = false;
                    barrier = false;
                    startQueued();
                }
            }
        }

        private void end() {
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
        for (IncomingCall call; (call = queued.peek()) != null && mayStart(call); ) {
            queued.remove();
            queuedBytes -= call.size();
            start(call);
        }
        blocked = barrier || held || !queued.isEmpty();
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
