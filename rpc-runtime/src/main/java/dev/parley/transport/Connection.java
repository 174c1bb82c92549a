package dev.parley.transport;

/**
 * One end of a way for frames, to one peer. It is either a {@link DuplexConnection}, where both ends send when they
 * like, or an {@link ExchangeConnection}, where each request has its own reply path.
 */
public sealed interface Connection permits DuplexConnection, ExchangeConnection {
    /** Who is at the other end, and how we are connected. */
    ConnectionInfo info();

    /**
     * Sends what was handed over before, then ends the connection. Does not wait for it; any thread; again and again
     * without harm.
     */
    void close();
}
