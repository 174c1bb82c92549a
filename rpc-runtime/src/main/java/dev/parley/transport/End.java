package dev.parley.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How a connection, or its input, came to its end.
 *
 * <p>It has no default methods: with one, a record would have to wait for this interface's constants to be made, and these for
 * the record, on two threads for ever.
 */
public sealed interface End {
    /** This end closed the connection, or its listener refused it, without a fault. */
    End CLOSED_HERE = new ClosedHere(CloseReason.NORMAL);

    /** The peer closed the connection, or its output, and did not say why. */
    End CLOSED_BY_PEER = new ClosedByPeer(CloseReason.NORMAL);

    /**
     * This end closed the connection.
     *
     * @param reason as given to {@link DuplexConnection#close(CloseReason)}
     */
    record ClosedHere(CloseReason reason) implements End {
        @Override
        public String text() {
            return withDetails("closed", reason);
        }

        @Override
        public @Nullable IOException cause() {
            return null;
        }
    }

    /**
     * The peer closed the connection.
     *
     * @param reason what the peer said; {@link CloseReason#NORMAL} where the transport carries no reasons
     */
    record ClosedByPeer(CloseReason reason) implements End {
        @Override
        public String text() {
            return withDetails("closed by the peer", reason);
        }

        @Override
        public @Nullable IOException cause() {
            return null;
        }
    }

    /**
     * The connection broke.
     *
     * @param fault what broke it
     */
    record Lost(IOException fault) implements End {
        @Override
        public String text() {
            return "lost: " + fault.getMessage();
        }

        @Override
        public @Nullable IOException cause() {
            return fault;
        }
    }

    /** The end in words that follow "the connection was": {@code closed by the peer}. */
    String text();

    /** What broke the connection; null when an end closed it. */
    @Nullable
    IOException cause();

    private static String withDetails(String text, CloseReason reason) {
        return reason.text().isEmpty() ? text : text + ": " + reason.text();
    }
}
