package dev.parley.transport;

import java.io.IOException;
import java.util.Set;

/**
 * A way for frames to travel. It knows framings and bytes, and nothing of JSON.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, so a further transport is one class and one line in
 * {@code META-INF/services}. They are safe for many threads.
 */
public interface Transport {
    /** The URI schemes that it serves. */
    Set<String> schemes();

    /** The options of an address that are this transport's own; none unless said otherwise. */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Starts to take connections.
     *
     * @return once peers can connect
     * @throws IOException when the place is taken or can't be used; the text names it
     * @throws IllegalArgumentException when the address makes no sense to this transport
     */
    Listener listen(Address address, TransportOptions options, Acceptor acceptor) throws IOException;

    /**
     * Connects, and blocks until it has or {@link TransportOptions#connectTimeout()} is over.
     *
     * @return a {@link DuplexConnection}, the one that the acceptor was given, or an {@link ExchangeConnection}
     * @throws IOException when the peer can't be reached; the text names the address
     * @throws IllegalArgumentException when the address makes no sense to this transport
     */
    Connection connect(Address address, TransportOptions options, Acceptor acceptor) throws IOException;
}
