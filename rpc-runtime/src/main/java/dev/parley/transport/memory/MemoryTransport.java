package dev.parley.transport.memory;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import java.io.IOException;
import java.util.Set;

/**
 * Connections within one JVM: {@code memory:NAME} is duplex, {@code memory:NAME?mode=exchange} has a reply path for each
 * request. Both ends have to name the same mode.
 *
 * <p>All instances share the names of the JVM (of this class, where class loaders hold several). Frames arrive on a few
 * daemon threads that all memory connections share, never on the stack of whoever sent them. Bytes are copied, limits hold and
 * back-pressure is told as by a transport with a network in it; only the framing and the partial frame's time-out have no
 * meaning here.
 */
public final class MemoryTransport implements Transport {
    /** A transport that sees all names of the JVM. */
    public MemoryTransport() {}

    @Override
    public Set<String> schemes() {
        return Set.of("memory");
    }

    @Override
    public Set<String> options() {
        return Set.of("mode");
    }

    @Override
    public Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        MemoryListener listener = new MemoryListener(address, MemoryMode.of(address), options, acceptor);
        MemoryNames.take(listener);
        return listener;
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        MemoryMode mode = MemoryMode.of(address);
        MemoryListener listener = MemoryNames.find(address, mode);
        return mode == MemoryMode.DUPLEX
                ? listener.connect(options, acceptor)
                : new MemoryExchangeConnection(address, listener.name(), options.maxFrame());
    }
}
