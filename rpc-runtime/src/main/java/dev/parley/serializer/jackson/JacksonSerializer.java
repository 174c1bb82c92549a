package dev.parley.serializer.jackson;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.Members;
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
    /** The one for dialects with the usual member names. */
    public static final JacksonSerializer INSTANCE = new JacksonSerializer(Members.of(Dialect.V2_0));

    private final Members names;

    private JacksonSerializer(Members names) {
        this.names = names;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Serializer speaking(Dialect dialect) {
        return dialect.hasUsualMembers() ? INSTANCE : new JacksonSerializer(Members.of(dialect));
    }

    @Override
    public MessageReader read(Frame frame, ReadLimits limits, References references) {
        return new JacksonMessageReader(names, frame, limits, references);
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
