package dev.parley.call;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;

/**
 * How the messages of one connection become bytes and come back.
 *
 * @param serializer the connection's serializer
 * @param limits what a reader refuses
 * @param maxMessage how large a message may be that is sent
 * @param references what travels by reference on the connection
 */
public record Encoding(Serializer serializer, ReadLimits limits, int maxMessage, References references) {
    /** Opens a frame. */
    public MessageReader read(Frame frame) {
        return serializer.read(frame, limits, references);
    }

    /** Opens a frame that was checked before. */
    public MessageReader readChecked(Frame frame) {
        return serializer.readChecked(frame, limits, references);
    }

    /** A writer that keeps to the limit. */
    public MessageWriter write() {
        return serializer.write(maxMessage, references);
    }

    /** A writer that keeps to another limit. */
    public MessageWriter write(int maxBytes) {
        return serializer.write(maxBytes, references);
    }

    /** A writer without a limit, for messages of the runtime's own and for what was limited before. */
    public MessageWriter writeAny() {
        return serializer.write(Integer.MAX_VALUE, references);
    }
}
