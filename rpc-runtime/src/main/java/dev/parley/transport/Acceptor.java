package dev.parley.transport;

import dev.parley.frame.Frame;
import org.jspecify.annotations.Nullable;

/** Takes over new connections: a listener asks it for each peer that connects, a connecting transport for its own end. */
public interface Acceptor {
    /** A duplex connection began; nothing is read before this has returned its handler. Must not block. */
    FrameHandler connected(DuplexConnection connection);

    /**
     * The handler of the exchanges that come over one connection. Asked once for each connection that a listener takes,
     * such as an HTTP connection that is kept alive; a transport without connections asks once. Must not block.
     *
     * @param from the peer at the other end
     */
    ExchangeHandler exchanges(ConnectionInfo from);

    /**
     * The message for a peer whose connection is refused, because the listener holds as many as it may; it is closed after that.
     * Must not block.
     *
     * @param why in words that may be shown to the peer
     * @return null to close without a message
     */
    default @Nullable Frame refusal(ConnectionInfo from, String why) {
        return null;
    }
}
