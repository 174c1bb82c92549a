package dev.parley.call;

import dev.parley.contract.RpcBlockingException;
import dev.parley.thread.Occupation;
import dev.parley.thread.ThreadPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a thread does for a connection: it delivers what came, or runs a handler. For one thread at a time.
 */
public abstract class Activity implements Occupation {
    private boolean asked;

    Activity() {}

    /** What the current thread does; null when it does nothing for a connection. */
    public static @Nullable Activity current() {
        return ThreadPlace.here().current() instanceof Activity activity ? activity : null;
    }

    /** The peer or server for which the thread works. */
    public abstract Object owner();

    /** The call that the thread runs; null between calls. */
    @Override
    public abstract @Nullable IncomingCall call();

    /** Whether the thread may block. */
    abstract boolean mayBlock();

    /** The thread is about to block. */
    abstract void aboutToBlock();

    /** The thread has blocked. */
    abstract void blocked();

    /** Becomes what the current thread does; {@link #leave} has to follow, with what this returns. */
    public final @Nullable Occupation enter(ThreadPlace here) {
        Occupation outer = here.current();
        here.become(this);
        return outer;
    }

    /** Ends what {@link #enter} began. */
    public final void leave(ThreadPlace here, @Nullable Occupation outer) {
        here.become(outer);
    }

    /** Does something as this. */
    public final void run(Runnable action) {
        ThreadPlace here = ThreadPlace.here();
        Occupation outer = enter(here);
        try {
            action.run();
        } finally {
            leave(here, outer);
        }
    }

    /** A call was made that the handler may wait for, be it by returning a future. */
    public final void asks() {
        asked = true;
    }

    /** Whether such a call was made since this was asked last. */
    final boolean takeAsked() {
        boolean was = asked;
        asked = false;
        return was;
    }

    /**
     * Called before the thread blocks until something comes over a connection; {@link #afterBlocking} has to follow.
     *
     * @param what what it waits for, for the message: {@code a call of echo}
     * @throws RpcBlockingException when the thread is one that reads
     */
    public final void beforeBlocking(String what) {
        refuseBlocking(what);
        aboutToBlock();
    }

    /** Ends what {@link #beforeBlocking} began. */
    public final void afterBlocking() {
        blocked();
    }

    /**
     * Does nothing on a thread that may block.
     *
     * @throws RpcBlockingException when the thread is one that reads
     */
    final void refuseBlocking(String what) {
        if (!mayBlock()) {
            throw new RpcBlockingException(what
                    + " would block the thread that has to read its answer. Use the client's async() here and go on"
                    + " in thenApply or thenCompose, give the peer a callback executor, or don't declare the method"
                    + " non-blocking.");
        }
    }
}
