package dev.parley.call;

import org.jspecify.annotations.Nullable;

/** What a thread does that other connections need as well: it reads, and hands over what came. It must not block. */
public final class Delivery extends Activity {
    private final Object owner;
    private @Nullable IncomingCall call;

    /** @param owner the peer or server whose connection is read */
    public Delivery(Object owner) {
        this.owner = owner;
    }

    @Override
    public Object owner() {
        return owner;
    }

    @Override
    public @Nullable IncomingCall call() {
        return call;
    }

    /** Runs a call that never blocks right here. */
    void run(IncomingCall here) {
        IncomingCall outer = call;
        call = here;
        try {
            here.run();
        } finally {
            call = outer;
        }
    }

    @Override
    boolean mayBlock() {
        return false;
    }

    @Override
    void aboutToBlock() {
        // It never does.
    }

    @Override
    void blocked() {
        // It never does.
    }
}
