package dev.parley.transport;

import java.util.Map;

/**
 * What is known of a connection when it begins.
 *
 * @param transport the scheme: {@code tcp}, {@code unix}, {@code memory}
 * @param local our own address, for people: {@code 127.0.0.1:4000}
 * @param remote the peer's address, for people: {@code 127.0.0.1:51234}
 * @param attributes what the transport knows besides, by documented names: a client certificate's subject, a peer's uid
 */
public record ConnectionInfo(String transport, String local, String remote, Map<String, String> attributes) {
    /** Copies the attributes. */
    public ConnectionInfo {
        attributes = Map.copyOf(attributes);
    }

    /** Without attributes. */
    public ConnectionInfo(String transport, String local, String remote) {
        this(transport, local, remote, Map.of());
    }
}
