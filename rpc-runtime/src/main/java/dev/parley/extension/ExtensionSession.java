package dev.parley.extension;

import dev.parley.contract.Service;
import dev.parley.serializer.References;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an extension holds for one connection. Safe for many threads; every method has a default, for what it does not need. */
public interface ExtensionSession {
    /**
     * The messages of the extension's own, as services whose methods are its notifications. They travel on the control lane:
     * they run on the thread that reads, in the order in which they come, never wait behind calls, are never refused as busy,
     * and pass no interceptor. They must not block.
     */
    default List<Service> control() {
        return List.of();
    }

    /** The method that a name means which no service of the peer has: one of an exported object, perhaps. */
    default @Nullable ObjectMethod method(String name) {
        return null;
    }

    /** What travels by reference on this connection; codecs reach it through their reader and writer. */
    default References references() {
        return References.NONE;
    }

    /**
     * Whether something here waits for input: an exported object for calls, a stream for items. The connection is read
     * then, however many calls wait in its queue. Called often, by any thread.
     */
    default boolean isWaiting() {
        return false;
    }

    /** The connection is over: every handle with it. Called exactly once. */
    default void ended() {}
}
