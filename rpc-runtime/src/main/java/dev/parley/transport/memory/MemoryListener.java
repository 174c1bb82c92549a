package dev.parley.transport.memory;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Who listens at a name. */
final class MemoryListener implements Listener {
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private final Address address;
    private final MemoryTransport.Mode mode;
    private final TransportOptions options;
    private final Acceptor acceptor;
    private final @Nullable ExchangeHandler exchanges;
    private final AtomicInteger connected = new AtomicInteger();

    MemoryListener(Address address, MemoryTransport.Mode mode, TransportOptions options, Acceptor acceptor) {
        this.address = address;
        this.mode = mode;
        this.options = options;
        this.acceptor = acceptor;
        this.exchanges = mode == MemoryTransport.Mode.EXCHANGE ? acceptor.exchanges() : null;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        MemoryTransport.release(name(), this);
    }

    String name() {
        return address.location();
    }

    MemoryTransport.Mode mode() {
        return mode;
    }

    int maxFrame() {
        return options.maxFrame();
    }

    ExchangeHandler exchanges() {
        if (exchanges == null) {
            throw new IllegalStateException(address + " is in duplex mode");
        }
        return exchanges;
    }

    /**
     * Joins two ends. The caller's acceptor is asked here, ours by the thread that will read, as its first act. One
     * connection too many begins for the caller and ends at once, as it would with a network between.
     */
    DuplexConnection connect(TransportOptions callersOptions, Acceptor caller) {
        String number = name() + "#" + CONNECTIONS.incrementAndGet();
        MemoryConnection ours = new MemoryConnection(
                new ConnectionInfo("memory", name(), number), options.maxFrame(), acceptor, connected::decrementAndGet);
        MemoryConnection theirs = new MemoryConnection(
                new ConnectionInfo("memory", number, name()), callersOptions.maxFrame(), caller, () -> {});
        ours.join(theirs);
        theirs.begin();
        if (connected.incrementAndGet() > options.maxConnections()) {
            ours.close();
        }
        ours.start();
        theirs.start();
        return theirs;
    }
}
