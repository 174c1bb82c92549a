package dev.parley.link;

import dev.parley.call.Flow;
import dev.parley.call.PendingCalls;
import dev.parley.transport.DuplexConnection;
import org.jspecify.annotations.Nullable;

/** Decides whether a duplex connection is read: not while too many calls wait, unless something here needs input. */
final class ReadingGate implements Flow {
    private final DuplexConnection connection;
    private final PendingCalls pending;
    private final long mostUnsent;
    private final Runnable whenOverrun;
    private final Runnable whenIdle;
    private @Nullable ExtensionSessions extensions;
    private volatile boolean paused;

    /** @param mostUnsent how many bytes may wait to be sent before no further calls start */
    ReadingGate(
            DuplexConnection connection,
            PendingCalls pending,
            long mostUnsent,
            Runnable whenOverrun,
            Runnable whenIdle) {
        this.connection = connection;
        this.pending = pending;
        this.mostUnsent = mostUnsent;
        this.whenOverrun = whenOverrun;
        this.whenIdle = whenIdle;
    }

    /** Sets what else may need input. */
    void extensions(ExtensionSessions sessions) {
        extensions = sessions;
    }

    @Override
    public synchronized void pause(boolean on) {
        paused = on;
        connection.setReading(!on || mustRead());
    }

    /** Something began or ended to need input. */
    void update() {
        if (paused) {
            synchronized (this) {
                connection.setReading(!paused || mustRead());
            }
        }
    }

    @Override
    public boolean mustRead() {
        return !pending.isEmpty() || extensions != null && extensions.isWaiting();
    }

    @Override
    public long room() {
        return mostUnsent - connection.unsentBytes();
    }

    @Override
    public void overrun() {
        whenOverrun.run();
    }

    @Override
    public void idle() {
        whenIdle.run();
    }
}
