package dev.parley.transport.memory;

import dev.parley.transport.Address;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The names of the JVM at which somebody listens. */
final class MemoryNames {
    private static final ConcurrentMap<String, MemoryListener> LISTENERS = new ConcurrentHashMap<>();

    private MemoryNames() {}

    /** Makes a listener the one of its name until it closes. */
    static void take(MemoryListener listener) throws IOException {
        String name = name(listener.address());
        if (LISTENERS.putIfAbsent(name, listener) != null) {
            throw new IOException(listener.address()
                    + " is taken: somebody listens there already. Close that listener, or choose another name.");
        }
        listener.whenClosed(() -> LISTENERS.remove(name, listener));
    }

    static String name(Address address) {
        if (address.location().isEmpty()) {
            throw new IllegalArgumentException(address + " has no name: it has to be memory:NAME");
        }
        return address.location();
    }

    static MemoryListener find(Address address, MemoryMode mode) throws IOException {
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
}
