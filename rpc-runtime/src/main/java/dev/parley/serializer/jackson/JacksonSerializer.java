package dev.parley.serializer.jackson;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;

/**
 * JSON by Jackson's streaming API: the reference that our byte serializer is held against. It accepts and refuses the
 * same texts and writes the same bytes, recycles nothing and leaves no result unchecked.
 */
public final class JacksonSerializer implements Serializer {
    /** The only one; it has no state. */
    public static final JacksonSerializer INSTANCE = new JacksonSerializer();

    private JacksonSerializer() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public MessageReader read(Frame frame, ReadLimits limits, References references) {
        return new JacksonMessageReader(frame, limits, references);
    }

    /** Checks it again: the reference is in no hurry. */
    @Override
    public MessageReader readChecked(Frame frame, ReadLimits limits, References references) {
        return read(frame, limits, references);
    }

    @Override
    public MessageWriter write(int maxBytes, References references) {
        return new JacksonMessageWriter(maxBytes, references);
    }

    @Override
    public String toString() {
        return "JacksonSerializer";
    }
}
