package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.FrameHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One end of a duplex memory connection. What its peer sent waits in an inbox; a task on the shared threads empties
 * it, and never runs twice at a time. Both ends lock only themselves, so no order of locks can go wrong.
 */
final class MemoryConnection implements DuplexConnection, Runnable {
    /** From so many bytes in an inbox on, its sender is told to wait; as on sockets. */
    static final int HIGH_WATER = 1 << 20;

    /** At so many, that it may go on. */
    static final int LOW_WATER = 1 << 18;

    /** After so many events a connection queues up again, so that a busy one can't keep the others waiting. */
    private static final int EVENTS_A_TURN = 64;

    private enum Signal {
        BEGIN,
        WRITABLE,
        ENDED
    }

    private final ConnectionInfo info;
    private final int maxFrame;
    private final Acceptor acceptor;
    private final Runnable onEnd;
    private final ReentrantLock lock = new ReentrantLock();

    /** Set once by {@link #join}, before any other thread sees this. */
    private @Nullable MemoryConnection peer;

    /** Frames, unreadable ones and how the peer closed, in the order in which the peer sent them. */
    private final ArrayDeque<Object> inbox = new ArrayDeque<>(4);

    /** Written under the lock. */
    private volatile int inboxBytes;

    private boolean reading = true;

    /** At first as if the task ran: nothing may be delivered before {@link #start}. */
    private boolean scheduled = true;

    private boolean closed;
    private End why = End.CLOSED_HERE;

    /** How the peer closed, once the handler was told; written under the lock. */
    private End.@Nullable ClosedByPeer inputEnd;

    /** Whether the inbox is so full that the peer should wait. Written under the lock, read by the peer. */
    private volatile boolean congested;

    /** Of the task alone, which runs once at a time: */
    private @Nullable FrameHandler handler;

    private boolean begun;
    private boolean over;
    private boolean toldWritable = true;

    MemoryConnection(ConnectionInfo info, int maxFrame, Acceptor acceptor, Runnable onEnd) {
        this.info = info;
        this.maxFrame = maxFrame;
        this.acceptor = acceptor;
        this.onEnd = onEnd;
    }

    /** Makes the two ends each other's peers; before anything else is called. */
    void join(MemoryConnection other) {
        peer = other;
        other.peer = this;
    }

    /** Asks the acceptor for the handler: on the reading thread, or, if called before {@link #start}, on this one. */
    void begin() {
        begun = true;
        handler = acceptor.connected(this);
    }

    /** Lets events be delivered, those that came before included. */
    void start() {
        MemoryThreads.execute(this);
    }

    @Override
    public ConnectionInfo info() {
        return info;
    }

    @Override
    public void send(Frame frame) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
        } finally {
            lock.unlock();
        }
        peer().receive(frame);
    }

    @Override
    public void setReading(boolean reading) {
        lock.lock();
        try {
            this.reading = reading;
        } finally {
            lock.unlock();
        }
        schedule();
    }

    @Override
    public long unsentBytes() {
        return peer().inboxBytes;
    }

    @Override
    public void close(CloseReason reason) {
        end(new End.ClosedHere(reason), reason);
    }

    private MemoryConnection peer() {
        if (peer == null) {
            throw new IllegalStateException("not joined");
        }
        return peer;
    }

    private void end(End why, CloseReason toldToPeer) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            this.why = inputEnd == null ? why : inputEnd;
            inbox.clear();
            inboxBytes = 0;
        } finally {
            lock.unlock();
        }
        schedule();
        peer().put(new End.ClosedByPeer(toldToPeer), 0);
    }

    private void receive(Frame frame) {
        if (frame.length() > maxFrame) {
            String message = "the message is larger than the limit of " + maxFrame + " bytes";
            put(new UnreadableException(UnreadableException.Rule.SIZE, message), 0);
        } else {
            put(frame.keep(), frame.length());
        }
    }

    private void put(Object event, int bytes) {
        boolean nowCongested;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            inbox.add(event);
            inboxBytes += bytes;
            nowCongested = !congested && inboxBytes > HIGH_WATER;
            if (nowCongested) {
                congested = true;
            }
        } finally {
            lock.unlock();
        }
        schedule();
        if (nowCongested) {
            peer().schedule();
        }
    }

    /** Has the task run, now or after its present run, unless it has nothing to do. */
    private void schedule() {
        lock.lock();
        try {
            if (scheduled) {
                return;
            }
            scheduled = true;
        } finally {
            lock.unlock();
        }
        MemoryThreads.execute(this);
    }

    @Override
    public void run() {
        for (int i = 0; i < EVENTS_A_TURN; i++) {
            Object event = next();
            if (event == null) {
                return;
            }
            try {
                deliver(event);
            } catch (Throwable e) { // whatever a handler throws must not take the shared thread with it
                failed(e);
            }
        }
        MemoryThreads.execute(this);
    }

    private @Nullable Object next() {
        Object event;
        boolean relieved;
        lock.lock();
        try {
            event = over ? null : choose();
            if (event == null) {
                scheduled = false;
            }
            relieved = congested && inboxBytes < LOW_WATER;
            if (relieved) {
                congested = false;
            }
        } finally {
            lock.unlock();
        }
        if (relieved) {
            peer().schedule();
        }
        return event;
    }

    private @Nullable Object choose() {
        if (closed) {
            return Signal.ENDED;
        }
        if (!begun) {
            return Signal.BEGIN;
        }
        if (toldWritable == peer().congested) {
            return Signal.WRITABLE;
        }
        Object event = reading ? inbox.poll() : null;
        if (event instanceof Frame frame) {
            inboxBytes -= frame.length();
        }
        return event;
    }

    private void deliver(Object event) {
        if (event instanceof Signal signal) {
            signal(signal);
        } else if (event instanceof Frame frame) {
            handler().frame(frame);
        } else if (event instanceof UnreadableException problem) {
            handler().unreadable(problem, true);
        } else if (event instanceof End.ClosedByPeer end) {
            inputEnded(end);
        }
    }

    private void inputEnded(End.ClosedByPeer end) {
        lock.lock();
        try {
            inputEnd = end;
        } finally {
            lock.unlock();
        }
        handler().inputEnded(end);
        close(); // the peer is gone altogether: a memory connection has no half-closed state
    }

    private void signal(Signal signal) {
        switch (signal) {
            case BEGIN -> begin();
            case WRITABLE -> {
                toldWritable = !toldWritable;
                handler().writable(toldWritable);
            }
            case ENDED -> {
                over = true;
                onEnd.run();
                if (handler != null) {
                    handler.ended(why);
                }
            }
        }
    }

    private FrameHandler handler() {
        if (handler == null) {
            throw new IllegalStateException("the acceptor gave no handler");
        }
        return handler;
    }

    private void failed(Throwable e) {
        MemoryThreads.LOG.log(System.Logger.Level.ERROR, "The handler of memory:" + info.remote() + " failed", e);
        end(
                new End.Lost(new IOException("the connection was closed because its handler failed", e)),
                new CloseReason(CloseReason.Kind.FAILED, ""));
    }
}
