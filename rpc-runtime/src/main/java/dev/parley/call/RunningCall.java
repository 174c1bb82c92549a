package dev.parley.call;

import dev.parley.message.ErrorCode;
import dev.parley.thread.Occupation;
import dev.parley.thread.ThreadPlace;
import org.jspecify.annotations.Nullable;

/** A call in a queue, or under way on a thread of its own. */
final class RunningCall extends Activity implements Runnable {
    final IncomingCall call;
    final CallQueue.Order order;
    private final CallQueue queue;

    /** Of the queue's list, under its lock. */
    @Nullable
    RunningCall previous;

    @Nullable
    RunningCall next;

    /** Whether calls that came later wait for this one; under the queue's lock. */
    boolean holdsPlace;

    /** How many bytes its answer is expected to have; under the queue's lock. */
    int reserved;

    /** How often it waits for what comes over a connection; under the queue's lock. */
    int waits;

    /** Whether it was seen running before; for the queue's clock alone. */
    boolean wasSeen;

    // Under this object's lock.

    private @Nullable Thread thread;
    private boolean returned;
    private boolean answered;
    private boolean cancelled;
    private boolean over;
    private boolean interrupted;
    private boolean abandoned;

    RunningCall(CallQueue queue, IncomingCall call, CallQueue.Order order) {
        this.queue = queue;
        this.call = call;
        this.order = order;
    }

    @Override
    public void run() {
        if (!queue.begins(this)) {
            return;
        }
        boolean tooLate;
        synchronized (this) {
            tooLate = cancelled;
            thread = Thread.currentThread();
        }
        if (!call.whenEnded(this::answered)) {
            answered();
        }
        ThreadPlace here = ThreadPlace.here();
        Occupation outer = enter(here);
        try {
            if (!tooLate) {
                call.run();
            }
        } finally {
            leave(here, outer);
            if (takeAsked()) {
                // It may have returned a future that waits for its own call, which is waiting all the same.
                queue.waits(this);
            }
            leaveThread();
        }
    }

    /** The thread's next task must find neither an interrupt nor this call. */
    private void leaveThread() {
        synchronized (this) {
            thread = null;
            if (interrupted) {
                Thread.interrupted();
            }
            if (abandoned) {
                queue.lane().wentOn();
            }
            returned = true;
        }
        endIfOver();
    }

    /** For a call that ran on the reading thread and gave a future: its answer is still to come. */
    void returned() {
        synchronized (this) {
            returned = true;
        }
        if (!call.whenEnded(this::answered)) {
            answered();
        }
    }

    private void answered() {
        synchronized (this) {
            answered = true;
        }
        endIfOver();
    }

    /** It takes a place until its thread has come back, even if its caller was answered before. */
    private void endIfOver() {
        synchronized (this) {
            if (!returned || !answered || over) {
                return;
            }
            over = true;
        }
        queue.ended(this);
    }

    /** The executor of its handlers takes no further calls. */
    void rejected() {
        call.refuse(ErrorCode.BUSY, "Server busy", "no thread takes further calls");
        synchronized (this) {
            answered = true;
        }
        returned();
    }

    /** Ends it with an error for its caller, and tells its handler to stop; nothing happens when it has ended. */
    void cancel(Failure why) {
        new Delivery(owner()).run(() -> stop(why));
    }

    private void stop(Failure why) {
        if (!call.cancel(why)) {
            return;
        }
        synchronized (this) {
            cancelled = true;
            if (returned || thread == null) {
                return;
            }
            // A handler that does not stop keeps its thread, but neither a place in the order nor a thread of the
            // others.
            abandoned = true;
            queue.waits(this);
            queue.lane().waits();
            if (call.isInterruptible()) {
                interrupted = true;
                thread.interrupt();
            }
        }
    }

    @Override
    public Object owner() {
        return queue.delivery().owner();
    }

    @Override
    public IncomingCall call() {
        return call;
    }

    @Override
    boolean mayBlock() {
        return true;
    }

    @Override
    void aboutToBlock() {
        queue.waits(this);
        queue.lane().waits();
    }

    @Override
    void blocked() {
        queue.lane().wentOn();
        queue.wentOn(this);
    }
}
