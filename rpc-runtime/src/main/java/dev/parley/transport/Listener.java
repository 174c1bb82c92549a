package dev.parley.transport;

/** A place where peers can connect. */
public interface Listener extends AutoCloseable {
    /** Where, with the real port if 0 was asked for. */
    Address address();

    /** Takes no further connections; those that are there go on. Waits until the place is free again. */
    @Override
    void close();
}
