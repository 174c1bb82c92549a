package dev.parley.contract;

import java.util.Map;

/** The connection that a call came over, or goes over, as far as services and interceptors may know it. */
public interface ConnectionContext {
    /** A context for calls that come over no connection. */
    ConnectionContext NONE = new NoConnection();

    /** The transport's scheme: {@code tcp}, {@code unix}; {@code none} without a connection. */
    String transport();

    /** The peer's address, for people. */
    String remote();

    /** What the transport knows of the peer, by documented names. */
    Map<String, String> attributes();
}
