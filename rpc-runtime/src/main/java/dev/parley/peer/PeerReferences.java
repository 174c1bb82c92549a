package dev.parley.peer;

import dev.parley.dispatch.Receiver;
import dev.parley.serializer.References;
import org.jspecify.annotations.Nullable;

/** What travels by reference on one connection, as a peer needs it: it asks for methods, and tells of the end. */
public interface PeerReferences extends References {
    /** The method that a name means if it is one of an exported object; null when it is none. */
    Receiver.@Nullable ObjectMethod method(String name);

    /** The connection has ended: every handle with it. */
    void ended();
}
