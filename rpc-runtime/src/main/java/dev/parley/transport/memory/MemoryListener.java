package dev.parley.transport.memory;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.life.Refusals;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Who listens at a name. */
final class MemoryListener implements Listener {
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private final Address address;
    private final MemoryMode mode;
    private Runnable whenClosed = () -> {};
    private final TransportOptions options;
    private final Acceptor acceptor;
    private final Refusals refusals;
    private final AtomicInteger connected = new AtomicInteger();
    private final Set<MemorySession> sessions = ConcurrentHashMap.newKeySet();

    MemoryListener(Address address, MemoryMode mode, TransportOptions options, Acceptor acceptor) {
        this.address = address;
        this.mode = mode;
        this.options = options;
        this.acceptor = acceptor;
        this.refusals = new Refusals(acceptor, address.toString(), options.maxConnections());
    }

    /** Sets what frees the name. */
    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void close() {
        whenClosed.run();
        List.copyOf(sessions).forEach(MemorySession::listenerClosed);
    }

    String name() {
        return address.location();
    }

    MemoryMode mode() {
        return mode;
    }

    int maxFrame() {
        return options.maxFrame();
    }

    /** Begins to serve the requests of another connection. */
    MemorySession session(ConnectionInfo from) throws IOException {
        if (connected.incrementAndGet() > options.maxConnections()) {
            connected.decrementAndGet();
            throw new IOException(address + " can't be reached: it has " + options.maxConnections()
                    + " connections, as many as it allows");
        }
        boolean begun = false;
        try {
            MemorySession session = new MemorySession(this, from, acceptor.exchanges(from));
            sessions.add(session);
            begun = true;
            return session;
        } catch (RuntimeException e) {
            MemoryThreads.LOG.log(System.Logger.Level.ERROR, "No handler for the exchanges of " + address, e);
            throw new IOException(address + " can't be reached: its acceptor failed", e);
        } finally {
            if (!begun) {
                connected.decrementAndGet();
            }
        }
    }

    void sessionEnded(MemorySession session) {
        if (sessions.remove(session)) {
            connected.decrementAndGet();
        }
    }

    /**
     * Joins two ends. The caller's acceptor is asked here, ours by the thread that will read, as its first act. One
     * connection too many begins for the caller and ends at once, as it would with a network between.
     */
    DuplexConnection connect(TransportOptions callersOptions, Acceptor caller) {
        String number = name() + "#" + CONNECTIONS.incrementAndGet();
        MemoryConnection ours = new MemoryConnection(
                new ConnectionInfo("memory", name(), number), options, acceptor, connected::decrementAndGet);
        MemoryConnection theirs =
                new MemoryConnection(new ConnectionInfo("memory", number, name()), callersOptions, caller, () -> {});
        ours.join(theirs);
        theirs.begin();
        if (connected.incrementAndGet() > options.maxConnections()) {
            refusals.count();
            ours.close(refusals.reason());
        }
        ours.start();
        theirs.start();
        return theirs;
    }
}
