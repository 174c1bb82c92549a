package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import java.io.IOException;
import java.util.Set;

/** Sockets, where callers may read each connection that is made. */
record LedClients(Transport sockets) implements Transport {
    LedClients() {
        this(new SocketTransport());
    }

    @Override
    public Set<String> schemes() {
        return sockets.schemes();
    }

    @Override
    public Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        return sockets.listen(address, options, acceptor);
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        return sockets.connect(address, options.change().callersMayRead(true).build(), acceptor);
    }
}
