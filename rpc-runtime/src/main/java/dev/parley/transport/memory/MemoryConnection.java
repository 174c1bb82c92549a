package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.ConnectionLife;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One end of a duplex memory connection. What its peer sent waits in an inbox; a task on the shared threads empties
 * it, and never runs twice at a time. Both ends lock only themselves, so no order of locks can go wrong.
 */
final class MemoryConnection implements DuplexConnection, Runnable {
    /** After so many events a connection queues up again, so that a busy one can't keep the others waiting. */
    private static final int EVENTS_A_TURN = 64;

    private enum Signal {
        BEGIN,
        WRITABLE,
        ENDED
    }

    private final ConnectionLife life;
    private final int maxFrame;
    private final Acceptor acceptor;
    private final Runnable onEnd;
    private final ReentrantLock lock = new ReentrantLock();

    /** Set once by {@link #join}, before any other thread sees this. */
    private @Nullable MemoryConnection peer;

    /** Frames, unreadable ones and how the peer closed, in the order in which the peer sent them. */
    private final ArrayDeque<Object> inbox = new ArrayDeque<>(4);

    /** At first as if the task ran: nothing may be delivered before {@link #start}. */
    private boolean scheduled = true;

    /** Of the task alone, which runs once at a time. */
    private boolean begun;

    MemoryConnection(ConnectionInfo info, TransportOptions options, Acceptor acceptor, Runnable onEnd) {
        this.life = new ConnectionLife(MemoryThreads.LOG, options.maxUnsent(), this::closed);
        this.maxFrame = options.maxFrame();
        this.acceptor = acceptor;
        this.onEnd = onEnd;
        life.begin(info);
    }

    /** Makes the two ends each other's peers; before anything else is called. */
    void join(MemoryConnection other) {
        peer = other;
        other.peer = this;
    }

    /** Asks the acceptor for the handler: on the reading thread, or, if called before {@link #start}, on this one. */
    void begin() {
        begun = true;
        life.handler(acceptor.connected(this));
    }

    /** Lets events be delivered, those that came before included. */
    void start() {
        MemoryThreads.execute(this);
    }

    @Override
    public ConnectionInfo info() {
        return life.info();
    }

    @Override
    public void send(Frame frame) {
        if (!life.isClosing()) {
            peer().receive(frame);
        }
    }

    @Override
    public void setReading(boolean reading) {
        life.setReading(reading);
        schedule();
    }

    @Override
    public long unsentBytes() {
        return life.unsent().bytes();
    }

    @Override
    public void close(CloseReason reason) {
        life.close(reason);
    }

    private MemoryConnection peer() {
        if (peer == null) {
            throw new IllegalStateException("not joined");
        }
        return peer;
    }

    /** This end closes: what it has not read is dropped, what it has sent goes before its end. */
    private void closed() {
        lock.lock();
        try {
            inbox.forEach(this::taken);
            inbox.clear();
        } finally {
            lock.unlock();
        }
        schedule();
        peer().put(new End.ClosedByPeer(life.closeReason()), 0);
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
        lock.lock();
        try {
            if (life.isClosing()) {
                return;
            }
            inbox.add(event);
            if (bytes > 0) {
                peer().life.unsent().offer(bytes);
            }
        } finally {
            lock.unlock();
        }
        schedule();
        peer().scheduleIfCongestionChanged();
    }

    /** An event left the inbox: its bytes are with this end now. */
    private void taken(Object event) {
        if (event instanceof Frame frame) {
            peer().life.unsent().taken(frame.length());
        }
    }

    private void scheduleIfCongestionChanged() {
        if (life.isWritableStale()) {
            schedule();
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
            life.run(() -> deliver(event));
        }
        MemoryThreads.execute(this);
    }

    private @Nullable Object next() {
        Object event;
        lock.lock();
        try {
            event = life.isOver() ? null : choose();
            if (event == null) {
                scheduled = false;
            } else {
                taken(event);
            }
        } finally {
            lock.unlock();
        }
        if (event instanceof Frame) {
            peer().scheduleIfCongestionChanged();
        }
        return event;
    }

    private @Nullable Object choose() {
        if (life.isClosing()) {
            return Signal.ENDED;
        }
        if (!begun) {
            return Signal.BEGIN;
        }
        if (life.isWritableStale()) {
            return Signal.WRITABLE;
        }
        return life.wantsFrames() ? inbox.poll() : null;
    }

    private void deliver(Object event) {
        if (event instanceof Signal signal) {
            signal(signal);
        } else if (event instanceof Frame frame) {
            life.frame(frame);
        } else if (event instanceof UnreadableException problem) {
            life.unreadable(problem, true);
        } else if (event instanceof End end) {
            life.inputEnded(end);
            close(); // the peer is gone altogether: a memory connection has no half-closed state
        }
    }

    private void signal(Signal signal) {
        switch (signal) {
            case BEGIN -> begin();
            case WRITABLE -> life.updateWritable();
            case ENDED -> {
                onEnd.run();
                life.end();
            }
        }
    }
}
