package dev.parley.transport.socket;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Sockets, where each connection that is made has a loop of its own. */
record OwnLoops(Transport sockets) implements Transport {
    OwnLoops() {
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
        Address own = new Address(address.scheme(), address.location(), Map.of("loop", "own"));
        return sockets.connect(own, options, acceptor);
    }
}
