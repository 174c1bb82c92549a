package dev.parley.call;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;

/** A message of the runtime's own that answers no request: an error without an id. */
public final class Complaint {
    private Complaint() {}

    /** The bytes, kept. */
    public static Frame of(Serializer serializer, Dialect dialect, Failure failure) {
        try (MessageWriter writer = serializer.write(Integer.MAX_VALUE, References.NONE)) {
            ResponseWriter.error(writer.begin(), dialect, RequestId.NULL, failure);
            return writer.end().keep();
        }
    }
}
