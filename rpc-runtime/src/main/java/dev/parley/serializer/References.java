package dev.parley.serializer;

/**
 * What travels by reference on one connection: its table of exported objects, and proxies for the peer's. A codec
 * reaches it through its reader and writer, so that a reference may stand anywhere in a value, inside records too.
 *
 * <p>Handles are text, are good for one connection only, and are never guessed from anything but this table.
 */
public interface References {
    /** For values that come from no connection or go to none: has nothing to offer. */
    References NONE = new NoReferences();

    /** Whether objects of a type travel by this table; a connection may have several. */
    default boolean knows(ReferenceType<?> type) {
        return true;
    }

    /**
     * The handle under which the peer can reach an object: a new one, or the one it has already, or its own if the
     * object is a proxy for something of the peer's.
     *
     * @throws IllegalStateException when no reference can be made here
     */
    <T> String export(T object, ReferenceType<T> type);

    /**
     * The object that a handle stands for: our own object come home, or a proxy for the peer's.
     *
     * @throws IllegalArgumentException when the handle is of no object of this connection and type; its text is fit
     *     for a peer
     */
    <T> T resolve(String handle, ReferenceType<T> type);

    /**
     * How objects of one interface travel by reference; the generator makes one for each {@code @RpcObject}.
     *
     * @param <T> the interface
     */
    interface ReferenceType<T> {
        /** The interface. */
        Class<T> type();
    }
}
