package dev.parley.serializer.binary;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.KeyCodecs;
import dev.parley.codec.databind.DatabindCodec;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.util.List;

/** Reads bytes as messages in a binary format, which must end, and with no other exceptions than callers expect. */
final class AnyBytes {
    private static final Members NAMES = Members.of("a", "name", "a longer name than others");
    private static final List<Codec<?>> CODECS = List.of(
            Codecs.JSON_VALUE,
            Codecs.list(Codecs.BIG_DECIMAL),
            Codecs.list(Codecs.BIG_INTEGER),
            Codecs.list(Codecs.LONG),
            Codecs.list(Codecs.FLOAT),
            Codecs.list(Codecs.BYTES),
            Codecs.map(KeyCodecs.INT, Codecs.DOUBLE),
            Codecs.list(Codecs.ZONED_DATE_TIME),
            Codecs.list(new Named()),
            DatabindCodec.of(Object.class));

    /** Looks names up, as generated codecs do. */
    private static final class Named implements Codec<Integer> {
        @Override
        public Integer read(ValueReader in) {
            int known = 0;
            in.beginObject();
            for (int member; (member = in.nextMember(NAMES)) != ValueReader.END; ) {
                known += member == ValueReader.UNKNOWN ? in.memberName().length() : 1;
                in.skip();
            }
            return known;
        }

        @Override
        public void write(ValueWriter out, Integer value) {
            throw new UnsupportedOperationException();
        }
    }

    private AnyBytes() {}

    static void read(BinarySerializer serializer, byte[] bytes) {
        for (Codec<?> codec : CODECS) {
            try (MessageReader in = serializer.read(Frame.kept(bytes), ReadLimits.DEFAULT, References.NONE)) {
                readPart(in, codec, 0, bytes.length);
                for (Envelope envelope; (envelope = in.next()) != null; ) {
                    for (Part part : List.of(envelope.id(), envelope.params(), envelope.result(), envelope.error())) {
                        if (part.isPresent()) {
                            readPart(in, codec, part.from(), part.to());
                        }
                    }
                    envelope.extras().forEach(extra -> readPart(in, codec, extra.from(), extra.to()));
                }
            } catch (MalformedMessageException expected) {
                // As it should.
            }
        }
    }

    private static void readPart(MessageReader in, Codec<?> codec, int from, int to) {
        try {
            codec.read(in.value(from, to));
        } catch (ValueException expected) {
            // As it should.
        }
    }
}
