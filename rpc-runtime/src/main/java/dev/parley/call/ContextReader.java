package dev.parley.call;

import dev.parley.message.Envelope;
import dev.parley.serializer.MessageReader;

/** Reads what a caller sends beside the arguments: how long it waits, metadata, whether it listens to progress. */
@FunctionalInterface
public interface ContextReader {
    /**
     * Tells a call what belongs to it; before it starts.
     *
     * @param message where the members of its message are; valid until this returns
     */
    void read(IncomingCall call, Envelope message, MessageReader reader);
}
