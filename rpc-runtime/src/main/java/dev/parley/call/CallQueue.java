package dev.parley.call;

import dev.parley.codec.JsonValue;
import dev.parley.message.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one connection, from their arrival to their end. They start in order of arrival. A notification, or a call
 * of a service in strict order, lets nothing of its {@link Order} start after it until it has ended, or until it waits for
 * a call of its own; other calls run in parallel, up to a limit.
 */
public final class CallQueue {
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Flow flow;
    private final Delivery delivery;
    private final Handlers.Lane lane;
    private final int maxRunning;
    private final int maxQueued;
    private final long maxQueuedBytes;
    private final HandlerTimes times;
    private final ArrayDeque<RunningCall> queued = new ArrayDeque<>(0);
    private long queuedBytes;
    private int running;

    /** How many of those that run wait for calls of their own, and so leave their places to others. */
    private int waiting;

    /** How many bytes the answers of those that run are expected to have. */
    private long reserved;

    private @Nullable RunningCall firstRunning;
    private boolean paused;

    /** Whether the peer does not take the answers that there are. */
    private boolean held;

    private int refusedWhileHeld;

    /** Whether calls have to queue; it becomes true on the reading thread, or a moment before that needs to know. */
    private volatile boolean blocked;

    /** Whether no further calls are accepted. */
    private volatile boolean refusing;

    /** How many orders have a call at which the others wait. */
    private int barriers;

    /**
     * A queue.
     *
     * @param delivery what the reading thread does while it adds calls
     * @param lane where handlers run
     */
    public CallQueue(Flow flow, Delivery delivery, Handlers.Lane lane, CallLimits limits) {
        this.flow = flow;
        this.delivery = delivery;
        this.lane = lane;
        this.maxRunning = limits.callsInFlight();
        this.maxQueued = limits.callsQueued();
        this.maxQueuedBytes = limits.bytesQueued();
        this.times = new HandlerTimes(this, limits.handlerTimeout());
    }

    /** Calls among which order holds: those of a duplex connection, or of one exchange. */
    public final class Order implements Starter {
        private boolean barrier;

        private Order() {}

        /** Takes a call over; for the reading thread. */
        @Override
        public void start(IncomingCall call) {
            add(call, this);
        }

        /** Ends those of its calls that run or wait: nobody wants their answers any more. Notifications go on. */
        public void cancel(Failure why) {
            CallQueue.this.cancel(call -> call.order == this, why);
        }
    }

    /** Accepts no further calls; what was accepted runs to its end. */
    public void refuseFurther() {
        refusing = true;
    }

    /** An order of its own; each connection or exchange has one. */
    public Order order() {
        return new Order();
    }

    private void add(IncomingCall call, Order order) {
        if (refusing && call.isKnown()) {
            call.refuse(ErrorCode.DRAINING, "Server closing", "the server accepts no further calls");
            return;
        }
        if (call.isNonBlocking() && !blocked && flow.room() > 0) {
            runHere(call, order);
            return;
        }
        boolean refused = false;
        boolean overrun = false;
        synchronized (this) {
            if (queued.isEmpty() && mayStart(call, order)) {
                start(new RunningCall(this, call, order));
            } else if ((isFull() || !hasPlaceAtAll()) && flow.mustRead()) {
                refused = true;
                overrun = held && ++refusedWhileHeld > maxQueued;
            } else {
                queue(new RunningCall(this, call, order));
            }
        }
        if (overrun) {
            flow.overrun();
        } else if (refused) {
            call.refuse(
                    ErrorCode.BUSY,
                    "Server busy",
                    maxRunning + " calls are in flight on this connection and " + maxQueued + " wait");
        }
    }

    /**
     * Holds calls back while the peer does not take their answers. Notifications go on: they add nothing to what is
     * waiting to be sent, and two ends that both stopped for each other would never start again.
     */
    public synchronized void hold(boolean hold) {
        held = hold;
        refusedWhileHeld = 0;
        startQueued();
    }

    /** Runs a call that never waits on the reading thread; it counts as running only while its answer is to come. */
    private void runHere(IncomingCall call, Order order) {
        delivery.takeAsked();
        delivery.run(call);
        if (call.hasEnded()) {
            return;
        }
        RunningCall later = new RunningCall(this, call, order);
        later.holdsPlace = call.isInOrder() && !delivery.takeAsked();
        synchronized (this) {
            link(later);
            if (later.holdsPlace) {
                raise(order);
            }
        }
        later.returned();
    }

    private boolean hasPlace() {
        return running - waiting < maxRunning && hasPlaceAtAll();
    }

    /** Calls that call each other without end would hang, if those that wait were not counted at all. */
    private boolean hasPlaceAtAll() {
        return running < (long) maxRunning + maxQueued;
    }

    /** A single call starts whatever is expected of it; it could wait for ever otherwise. */
    private boolean hasRoom(IncomingCall call, int reservedAlready) {
        return running == waiting || flow.room() - (reserved - reservedAlready) >= call.expectedAnswer();
    }

    private boolean isFull() {
        return queued.size() >= maxQueued || queuedBytes >= maxQueuedBytes;
    }

    private boolean mayStart(IncomingCall call, Order order) {
        return !order.barrier && hasPlace() && (call.isNotification() || !held && hasRoom(call, 0));
    }

    private void raise(Order order) {
        order.barrier = true;
        barriers++;
        blocked = true;
    }

    private void lower(Order order) {
        order.barrier = false;
        barriers--;
    }

    private void queue(RunningCall call) {
        call.call.keep();
        blocked = true;
        queued.add(call);
        queuedBytes += call.call.size();
        lookAgainIfIdle();
        if (isFull() && !paused) {
            paused = true;
            flow.pause(true);
        }
    }

    /** Whoever ends or is told that the peer reads again looks at the queue. Where neither will come, time has to. */
    private void lookAgainIfIdle() {
        if (running == 0 && !held) {
            Clock.in(LOOK_AGAIN_MILLIS, () -> lane.handlers().aside(this::resume));
        }
    }

    /**
     * A call that was started gets its thread. By now others of its method may have shown how large their answers are.
     *
     * @return false when it has to wait after all
     */
    synchronized boolean begins(RunningCall call) {
        int expected = call.call.expectedAnswer();
        if (expected <= call.reserved) {
            return true;
        }
        if (running > 1 && !call.call.isNotification() && !hasRoom(call.call, call.reserved)) {
            defer(call);
            return false;
        }
        reserved += expected - call.reserved;
        call.reserved = expected;
        return true;
    }

    private void defer(RunningCall call) {
        unlink(call);
        if (call.holdsPlace) {
            call.holdsPlace = false;
            lower(call.order);
        }
        queued.addFirst(call);
        queuedBytes += call.call.size();
        blocked = true;
        lookAgainIfIdle();
    }

    private void start(RunningCall call) {
        call.call.keep();
        call.reserved = call.call.expectedAnswer();
        reserved += call.reserved;
        link(call);
        if (call.call.isInOrder()) {
            call.holdsPlace = true;
            raise(call.order);
        }
        try {
            lane.execute(call);
        } catch (RejectedExecutionException e) {
            Handlers.shared().aside(call::rejected);
        }
    }

    private void link(RunningCall call) {
        running++;
        call.previous = null;
        call.next = firstRunning;
        if (firstRunning != null) {
            firstRunning.previous = call;
        }
        firstRunning = call;
        times.started(call.call);
    }

    private void unlink(RunningCall call) {
        running--;
        reserved -= call.reserved;
        call.reserved = 0;
        if (call.previous == null) {
            firstRunning = call.next;
        } else {
            call.previous.next = call.next;
        }
        if (call.next != null) {
            call.next.previous = call.previous;
        }
    }

    Delivery delivery() {
        return delivery;
    }

    Handlers.Lane lane() {
        return lane;
    }

    /** A call waits for one of its own: others start in its place, and need no longer come after it. */
    synchronized void waits(RunningCall call) {
        call.waits++;
        if (call.waits == 1) {
            waiting++;
            reserved -= call.reserved;
            call.reserved = 0;
        }
        if (call.holdsPlace) {
            call.holdsPlace = false;
            lower(call.order);
        }
        startQueued();
    }

    /** It has waited; its place in the order is gone. */
    synchronized void wentOn(RunningCall call) {
        call.waits--;
        if (call.waits == 0) {
            waiting--;
        }
    }

    void ended(RunningCall call) {
        boolean idle;
        synchronized (this) {
            unlink(call);
            if (call.waits > 0) {
                waiting--;
            }
            if (call.holdsPlace) {
                call.holdsPlace = false;
                lower(call.order);
            }
            startQueued();
            idle = running == 0 && queued.isEmpty();
        }
        if (idle) {
            flow.idle();
        }
    }

    private void startQueued() {
        Iterator<RunningCall> all = queued.iterator();
        @Nullable Order skipped = null;
        while (all.hasNext() && hasPlace()) {
            RunningCall next = all.next();
            if (next.order == skipped) {
                continue;
            }
            if (mayStart(next.call, next.order)) {
                all.remove();
                queuedBytes -= next.call.size();
                start(next);
            } else if (skipped == null) {
                // Others of this order come after it; those of another exchange need not wait.
                skipped = next.order;
            } else {
                break;
            }
        }
        blocked = barriers > 0 || held || !queued.isEmpty();
        if (paused && queued.size() <= maxQueued / 2 && queuedBytes <= maxQueuedBytes / 2) {
            paused = false;
            flow.pause(false);
        }
    }

    /** The connection has room for answers again. */
    public synchronized void resume() {
        startQueued();
    }

    /**
     * The connection has ended. Calls whose answer can't be delivered never start, and those that run are cancelled;
     * notifications run to their end after an orderly one.
     */
    public void end(boolean orderly, Failure why) {
        List<RunningCall> cancelled = new ArrayList<>();
        synchronized (this) {
            queued.removeIf(waiting -> !orderly || !waiting.call.isNotification());
            queuedBytes = 0;
            queued.forEach(waiting -> queuedBytes += waiting.call.size());
            for (RunningCall call = firstRunning; call != null; call = call.next) {
                if (!orderly || !call.call.isNotification()) {
                    cancelled.add(call);
                }
            }
            held = false;
            startQueued();
        }
        cancelled.forEach(call -> call.cancel(why));
    }

    /** Ends the call with an id, if it is here and still under way. */
    public void cancel(JsonValue id, Failure why) {
        cancel(call -> call.call.hasId(id), why);
    }

    /** Notifications go on: nobody waits for them. */
    private void cancel(Predicate<RunningCall> which, Failure why) {
        List<RunningCall> cancelled = new ArrayList<>();
        synchronized (this) {
            for (RunningCall call = firstRunning; call != null; call = call.next) {
                if (!call.call.isNotification() && which.test(call)) {
                    cancelled.add(call);
                }
            }
            for (Iterator<RunningCall> all = queued.iterator(); all.hasNext(); ) {
                RunningCall waiting = all.next();
                if (!waiting.call.isNotification() && which.test(waiting)) {
                    all.remove();
                    queuedBytes -= waiting.call.size();
                    cancelled.add(waiting);
                }
            }
        }
        if (!cancelled.isEmpty()) {
            cancelled.forEach(call -> call.cancel(why));
            resume();
            idleIfSo();
        }
    }

    private void idleIfSo() {
        if (isIdle()) {
            flow.idle();
        }
    }

    /** The calls that are under way. */
    synchronized List<RunningCall> runningCalls() {
        List<RunningCall> all = new ArrayList<>();
        for (RunningCall call = firstRunning; call != null; call = call.next) {
            all.add(call);
        }
        return all;
    }

    /** Whether no call runs or waits. */
    public synchronized boolean isIdle() {
        return running == 0 && queued.isEmpty();
    }
}
