package dev.parley.transport.memory;

import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.Connection;
import dev.parley.transport.Listener;
import dev.parley.transport.Transport;
import dev.parley.transport.TransportOptions;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

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
    private static final ConcurrentMap<String, MemoryListener> LISTENERS = new ConcurrentHashMap<>();

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
        MemoryListener listener = new MemoryListener(address, Mode.of(address), options, acceptor);
        if (LISTENERS.putIfAbsent(name(address), listener) != null) {
            throw new IOException(address
                    + " is taken: somebody listens there already. Close that listener, or choose another name.");
        }
        return listener;
    }

    @Override
    public Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException {
        Mode mode = Mode.of(address);
        MemoryListener listener = find(address, mode);
        return mode == Mode.DUPLEX
                ? listener.connect(options, acceptor)
                : new MemoryExchangeConnection(address, listener.name(), options.maxFrame());
    }

    static String name(Address address) {
        if (address.location().isEmpty()) {
            throw new IllegalArgumentException(address + " has no name: it has to be memory:NAME");
        }
        return address.location();
    }

    static MemoryListener find(Address address, Mode mode) throws IOException {
        MemoryListener listener = LISTENERS.get(name(address));
        if (listener == null) {
            throw new IOException(address + " can't be reached: nobody listens there");
        }
        if (listener.mode() != mode) {
            throw new IOException(address + " can't be reached in " + mode.word() + " mode: its listener is in "
                    + listener.mode().word() + " mode");
        }
        return listener;
    }

    static void release(String name, MemoryListener listener) {
        LISTENERS.remove(name, listener);
    }

    /** How the two ends of a name speak. */
    enum Mode {
        DUPLEX,
        EXCHANGE;

        static Mode of(Address address) {
            @Nullable String word = address.option("mode").orElse(null);
            if (word == null || word.equals("duplex")) {
                return DUPLEX;
            }
            if (word.equals("exchange")) {
                return EXCHANGE;
            }
            throw new IllegalArgumentException(
                    address + ": the option mode is \"" + word + "\", but has to be duplex or exchange");
        }

        String word() {
            return this == DUPLEX ? "duplex" : "exchange";
        }
    }
}
