package dev.parley.peer;

import org.jspecify.annotations.Nullable;

/** What the current thread is doing for a peer: running one of its handlers, or reading its connection, or neither. */
final class CurrentCall {
    private static final ThreadLocal<CurrentCall> CURRENT = new ThreadLocal<>();

    private final Peer peer;
    private final @Nullable Runnable place;
    private final @Nullable CurrentCall outer;
    private final boolean mayWait;

    private CurrentCall(Peer peer, @Nullable Runnable place, boolean mayWait, @Nullable CurrentCall outer) {
        this.peer = peer;
        this.place = place;
        this.mayWait = mayWait;
        this.outer = outer;
    }

    /** The call that the current thread runs; null when it runs none. */
    static @Nullable CurrentCall get() {
        return CURRENT.get();
    }

    /**
     * Runs something as a call of a peer.
     *
     * @param place gives the call's place in the connection's order back; null when it holds none
     * @param mayWait whether the thread is the call's own
     */
    static void run(Peer peer, @Nullable Runnable place, boolean mayWait, Runnable call) {
        CurrentCall outer = CURRENT.get();
        CURRENT.set(new CurrentCall(peer, place, mayWait, outer));
        try {
            call.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    Peer peer() {
        return peer;
    }

    /** Before the thread waits for a call that it made itself. */
    void beforeWaiting(String name) {
        if (!mayWait) {
            throw new IllegalStateException("a call of " + name
                    + " would wait on the thread that has to read its answer; use the client's async() here, or don't"
                    + " declare the method non-blocking");
        }
        for (CurrentCall call = this; call != null; call = call.outer) {
            if (call.place != null) {
                call.place.run();
            }
        }
        Handlers.shared().waiting();
    }

    void afterWaiting() {
        Handlers.shared().goingOn();
    }
}
