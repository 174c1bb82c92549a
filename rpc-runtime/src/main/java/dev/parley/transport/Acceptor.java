package dev.parley.transport;

/** Who takes connections over: asked by a listener for each peer that comes, and by a transport that connects. */
public interface Acceptor {
    /** A duplex connection began; nothing is read before this returned its handler. Must not block. */
    FrameHandler connected(DuplexConnection connection);

    /** The handler of all exchanges of a listener; asked once, when listening begins. */
    ExchangeHandler exchanges();
}
