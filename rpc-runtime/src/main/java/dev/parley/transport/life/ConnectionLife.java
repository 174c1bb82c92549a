package dev.parley.transport.life;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.End;
import dev.parley.transport.FrameHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one duplex connection: what its handler is told, in which order, and why it ended. A transport supplies events and
 * bytes. All but what is said to be for any thread is for the connection's reading thread alone.
 *
 * <p>Whatever a handler throws ends its connection and nothing else.
 */
public final class ConnectionLife {
    /** How long closing waits for a peer that does not take what was sent before. */
    public static final long FLUSH_SECONDS = 30;

    /**
     * How long a socket that this end closed still discards input: to close over unread bytes would reset it, and lose the last
     * bytes that were sent.
     */
    public static final long LINGER_MILLIS = 1000;

    private static final int HIGH_WATER = 1 << 20;
    private static final int LOW_WATER = 1 << 18;

    private final System.Logger log;
    private final int maxUnsent;
    private final int highWater;
    private final int lowWater;
    private final Runnable beginClose;
    private final Unsent unsent = new Unsent();

    /** Both are set once, before anybody else sees them. */
    private @Nullable ConnectionInfo info;

    private @Nullable FrameHandler handler;

    private @Nullable IOException fault;
    private @Nullable End inputEnd;
    private volatile boolean toldWritable = true;
    private volatile boolean over;
    private volatile boolean closing;
    private volatile boolean reading = true;

    /** Why this end closes; written before {@link #closing}. */
    private CloseReason closeReason = CloseReason.NORMAL;

    /**
     * A life that has yet to begin.
     *
     * @param log where faults of handlers go
     * @param maxUnsent how many bytes may wait to be sent before reading pauses
     * @param beginClose run once, by any thread, when this end starts to close: has the transport send what is left, and then
     *     call {@link #end}
     */
    public ConnectionLife(System.Logger log, int maxUnsent, Runnable beginClose) {
        this.log = log;
        this.maxUnsent = maxUnsent;
        this.highWater = Math.min(HIGH_WATER, maxUnsent);
        this.lowWater = Math.min(LOW_WATER, maxUnsent);
        this.beginClose = beginClose;
    }

    /** The connection is known; its acceptor may ask for it. */
    public void begin(ConnectionInfo known) {
        info = known;
    }

    /** The acceptor gave its handler. */
    public void handler(FrameHandler taker) {
        handler = taker;
    }

    // ---- for any thread

    /** What is known of the connection. */
    public ConnectionInfo info() {
        return begun(info);
    }

    /** Names the peer in messages. */
    public String peerName() {
        ConnectionInfo known = info;
        return known == null ? "a peer" : known.remote();
    }

    /** Whether this end closes or has closed, so that nothing more is sent or handed over. */
    public boolean isClosing() {
        return closing;
    }

    /** Whether the handler was told the end. */
    public boolean isOver() {
        return over;
    }

    /** Whether the handler wants to be handed frames. */
    public boolean isReading() {
        return reading;
    }

    /** Sets whether the handler wants to be handed frames. */
    public void setReading(boolean on) {
        reading = on;
    }

    /** Starts to close, unless that has begun. */
    public void close(CloseReason reason) {
        synchronized (unsent) {
            if (closing) {
                return;
            }
            closeReason = reason;
            closing = true;
        }
        beginClose.run();
    }

    /** Whether somebody waits for a frame that has yet to come. */
    public boolean isWaiting() {
        FrameHandler present = handler;
        return present != null && present.isWaiting();
    }

    /** With more unsent bytes than this the handler is told to wait. */
    public int highWater() {
        return highWater;
    }

    /** With less than this it may go on. */
    public int lowWater() {
        return lowWater;
    }

    /** What has been handed over to be sent, and was not. */
    public Unsent unsent() {
        return unsent;
    }

    /** Whether the handler has yet to be told that it may send more, or should wait. */
    public boolean isWritableStale() {
        boolean writable = unsent.bytes() <= (toldWritable ? highWater : lowWater) && !unsent.isPressed();
        return writable != toldWritable;
    }

    /** Why this end closes. */
    public CloseReason closeReason() {
        return closeReason;
    }

    // ---- for the reading thread

    /** Whether the next frame may be handed over now. */
    public boolean wantsFrames() {
        return reading && !closing && !isChoked();
    }

    /**
     * Whether so much waits to be sent that no further request is read. Where somebody waits for an answer, reading goes on:
     * it may be what the peer waits for.
     */
    public boolean isChoked() {
        return unsent.bytes() > maxUnsent && !isWaiting();
    }

    /** Runs what may call the handler. */
    public void run(Runnable act) {
        try {
            act.run();
        } catch (Throwable e) { // whatever a handler throws must not take the thread with it, which may be a caller's
            handlerFailed(e);
        }
    }

    private void handlerFailed(Throwable e) {
        if (e instanceof VirtualMachineError) {
            outOfMemory(e);
            return;
        }
        log.log(System.Logger.Level.ERROR, "The handler of the connection to " + peerName() + " failed", e);
        lost(new IOException("the connection was closed because its handler failed", e));
        close(new CloseReason(CloseReason.Kind.FAILED, ""));
    }

    /** An answer could not be written for want of memory: the connection can't go on without it. */
    public void outOfMemory(Throwable e) {
        lost(new IOException("the connection was closed for want of memory: " + e.getMessage(), e));
        log.log(System.Logger.Level.ERROR, "The connection to " + peerName() + " is closed for want of memory", e);
        close(new CloseReason(CloseReason.Kind.FAILED, "out of memory"));
    }

    /** Hands a frame over. */
    public void frame(Frame frame) {
        begun(handler).frame(frame);
    }

    /** Tells of bytes that are not a frame. */
    public void unreadable(UnreadableException problem, boolean goesOn) {
        begun(handler).unreadable(problem, goesOn);
    }

    /** Tells of the end of the input, once. */
    public void inputEnded(End how) {
        if (inputEnd == null && !closing && !over) {
            inputEnd = how;
            begun(handler).inputEnded(how);
        }
    }

    /** Tells the handler when too many bytes wait to be sent, and when they do no longer. */
    public void updateWritable() {
        if (isWritableStale() && !closing && !over) {
            boolean writable = !toldWritable;
            toldWritable = writable;
            run(() -> begun(handler).writable(writable));
        }
    }

    /** The connection broke; the first fault is the one that is told. */
    public void lost(IOException why) {
        if (fault == null && !over) {
            fault = why;
        }
    }

    /** Whether the connection broke. */
    public boolean isLost() {
        return fault != null;
    }

    /** The connection is over: tells the handler, once. */
    public void end() {
        if (over) {
            return;
        }
        over = true;
        closing = true;
        unsent.clear();
        FrameHandler told = handler;
        if (told == null) {
            return;
        }
        try {
            told.ended(how());
        } catch (Throwable e) { // see run()
            log.log(System.Logger.Level.ERROR, "The handler of the connection to " + peerName() + " failed", e);
        }
    }

    private End how() {
        if (fault != null) {
            return new End.Lost(fault);
        }
        return inputEnd == null ? new End.ClosedHere(closeReason) : inputEnd;
    }

    private static <T> T begun(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the connection has not begun");
        }
        return value;
    }
}
