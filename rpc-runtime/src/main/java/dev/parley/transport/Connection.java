package dev.parley.transport;

/**
 * One end of a connection that carries frames. It is either a {@link DuplexConnection}, where both ends send when they
 * like, or an {@link ExchangeConnection}, where each request has its own reply path.
 */
public sealed interface Connection permits DuplexConnection, ExchangeConnection {
    /** What is known of the two ends. */
    ConnectionInfo info();

    /**
     * Sends what was handed over before, then ends the connection. Does not wait for the end. Any thread may call this,
     * and calling it again has no effect.
     */
    void close();
}
