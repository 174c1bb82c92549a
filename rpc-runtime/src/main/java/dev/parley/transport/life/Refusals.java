package dev.parley.transport.life;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.Acceptor;
import dev.parley.transport.CloseReason;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.End;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells peers why a listener does not take their connections, and the log how many there were, once a minute at most. */
public final class Refusals implements Acceptor {
    /** How many peers a listener tells so at once; further ones wait until it accepts them. */
    public static final int AT_ONCE = 16;

    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final System.Logger LOG = System.getLogger("dev.parley.transport");

    private final Acceptor acceptor;
    private final String listener;
    private final String why;
    private long loggedAt;
    private int unlogged;
    private boolean everLogged;

    /**
     * Refusals of one listener.
     *
     * @param listener names it in the log
     */
    public Refusals(Acceptor acceptor, String listener, int maxConnections) {
        this.acceptor = acceptor;
        this.listener = listener;
        this.why = "the server holds " + maxConnections + " connections, as many as it allows";
    }

    /** Why, as told to the peer. */
    public CloseReason reason() {
        return new CloseReason(CloseReason.Kind.POLICY, why);
    }

    @Override
    public FrameHandler connected(DuplexConnection connection) {
        count();
        Frame message = acceptor.refusal(connection.info(), why);
        if (message != null) {
            connection.send(message);
        }
        connection.close(reason());
        return new Nobody();
    }

    /** A connection was refused. */
    public void count() {
        String text;
        synchronized (this) {
            unlogged++;
            long now = System.nanoTime();
            if (everLogged && now - loggedAt < QUIET_NANOS) {
                return;
            }
            everLogged = true;
            loggedAt = now;
            text = listener + " refused " + unlogged + (unlogged == 1 ? " connection" : " connections") + ": " + why;
            unlogged = 0;
        }
        LOG.log(System.Logger.Level.WARNING, text);
    }

    @Override
    public ExchangeHandler exchanges(ConnectionInfo from) {
        return acceptor.exchanges(from);
    }

    @Override
    public @Nullable Frame refusal(ConnectionInfo from, String text) {
        return acceptor.refusal(from, text);
    }

    private static final class Nobody implements FrameHandler {
        @Override
        public void frame(Frame frame) {}

        @Override
        public void unreadable(UnreadableException problem, boolean goesOn) {}

        @Override
        public void inputEnded(End why) {}

        @Override
        public void ended(End why) {}
    }
}
