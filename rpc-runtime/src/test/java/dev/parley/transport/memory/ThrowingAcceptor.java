package dev.parley.transport.memory;

import dev.parley.transport.Acceptor;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.FrameHandler;

/** Has no handler for anybody. */
final class ThrowingAcceptor implements Acceptor {
    @Override
    public FrameHandler connected(DuplexConnection connection) {
        throw new IllegalStateException("no handler today");
    }

    @Override
    public ExchangeHandler exchanges(ConnectionInfo from) {
        throw new IllegalStateException("no handler today");
    }
}
