package dev.parley.peer;

import org.jspecify.annotations.Nullable;

/**
 * What a thread is doing for a peer or a server: running a handler, or delivering what came over a connection. For one
 * thread at a time.
 */
final class CurrentCall {
    private static final ThreadLocal<Place> PLACE = ThreadLocal.withInitial(Place::new);

    private final Object owner;
    private final boolean mayWait;
    private final Runnable givePlace;
    private boolean asked;

    /** What one thread does at the moment. Who comes to a thread again and again keeps it: looking it up takes time. */
    static final class Place {
        private final Thread thread = Thread.currentThread();
        private @Nullable CurrentCall current;

        private Place() {}

        /** The current thread's. */
        static Place here() {
            return PLACE.get();
        }

        /** The same, if the caller kept the right one. */
        static Place here(@Nullable Place kept) {
            return kept != null && kept.thread == Thread.currentThread() ? kept : PLACE.get();
        }
    }

    private CurrentCall(Object owner, boolean mayWait, Runnable givePlace) {
        this.owner = owner;
        this.mayWait = mayWait;
        this.givePlace = givePlace;
    }

    /** For a thread that is not the call's own: what runs there must not wait. */
    static CurrentCall onSharedThread(Object owner) {
        return new CurrentCall(owner, false, () -> {});
    }

    /**
     * For a thread of the call's own.
     *
     * @param givePlace gives the call's place in the connection's order back
     */
    static CurrentCall onOwnThread(Object owner, Runnable givePlace) {
        return new CurrentCall(owner, true, givePlace);
    }

    /** What the current thread does; null when it does nothing for anybody here. */
    static @Nullable CurrentCall get() {
        return Place.here().current;
    }

    /** Does something as this. */
    void run(Runnable action) {
        Place place = Place.here();
        CurrentCall outer = enter(place);
        try {
            action.run();
        } finally {
            leave(place, outer);
        }
    }

    /** Becomes what the current thread does; {@link #leave} has to follow, with what this returns. */
    @Nullable
    CurrentCall enter(Place here) {
        CurrentCall outer = here.current;
        here.current = this;
        return outer;
    }

    /** Ends what {@link #enter} began. */
    void leave(Place here, @Nullable CurrentCall outer) {
        here.current = outer;
    }

    /** The peer; null when the call came by an exchange. */
    @Nullable
    Peer peer() {
        return owner instanceof Peer peer ? peer : null;
    }

    /** The peer, or the server of exchanges. */
    Object owner() {
        return owner;
    }

    /** A call was made that the handler may wait for, be it by returning a future. */
    void asks() {
        asked = true;
    }

    /** Whether such a call was made since this was asked last. */
    boolean takeAsked() {
        boolean was = asked;
        asked = false;
        return was;
    }

    /** Before the thread waits for a call that it made itself. */
    void beforeWaiting(String name) {
        if (!mayWait) {
            throw new IllegalStateException("a call of " + name
                    + " would wait on the thread that has to read its answer; use the client's async() here, or don't"
                    + " declare the method non-blocking");
        }
        givePlace.run();
        Handlers.shared().waiting();
    }

    void afterWaiting() {
        Handlers.shared().goingOn();
    }
}
