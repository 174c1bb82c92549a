package dev.parley.serializer.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.KeyCodecs;
import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueException;
import java.util.List;

/** Whatever the bytes, reading ends, and with no other exceptions than the two that callers expect. */
class MessageReaderFuzzTest {
    private static final List<Codec<?>> CODECS = List.of(
            Codecs.JSON_VALUE,
            Codecs.list(Codecs.BIG_DECIMAL),
            Codecs.map(KeyCodecs.INT, Codecs.DOUBLE),
            Codecs.INT_ARRAY,
            Codecs.BYTES,
            Codecs.list(Codecs.ZONED_DATE_TIME));

    @FuzzTest(maxDuration = "30s")
    void readsAnything(byte[] bytes) {
        for (Codec<?> codec : CODECS) {
            try (MessageReader in =
                    JsonSerializer.INSTANCE.read(Frame.kept(bytes), ReadLimits.DEFAULT, References.NONE)) {
                for (Envelope envelope; (envelope = in.next()) != null; ) {
                    readPart(in, codec, envelope.params());
                    readPart(in, codec, envelope.result());
                    in.finish();
                }
            } catch (MalformedMessageException expected) {
                // As it should.
            }
        }
    }

    private static void readPart(MessageReader in, Codec<?> codec, Part part) {
        if (!part.isPresent()) {
            return;
        }
        try {
            codec.read(in.value(part.from(), part.to()));
        } catch (ValueException expected) {
            // As it should.
        }
    }
}
