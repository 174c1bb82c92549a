package dev.parley.serializer.jackson;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueWriter;
import dev.parley.serializer.token.JacksonValueWriter;
import dev.parley.serializer.token.JsonTokens;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes messages, each by a generator of its own: this is the reference, not the fast one. */
final class JacksonMessageWriter implements MessageWriter {
    private final int maxBytes;
    private final References references;
    private Bounded bytes;
    private @Nullable JsonGenerator out;

    JacksonMessageWriter(int maxBytes, References references) {
        this.maxBytes = maxBytes;
        this.references = references;
        this.bytes = new Bounded(maxBytes);
    }

    @Override
    public ValueWriter begin() {
        bytes = new Bounded(maxBytes);
        JsonGenerator generator = JsonTokens.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);
        out = generator;
        return new JacksonValueWriter(generator, maxBytes, references);
    }

    @Override
    public Frame end() {
        if (out != null) {
            out.close();
        }
        out = null;
        return Frame.kept(bytes.toByteArray());
    }

    /** Nothing is recycled; an unfinished generator holds nothing but memory. */
    @Override
    public void close() {
        out = null;
    }

    /** Bytes up to a limit. */
    private static final class Bounded extends ByteArrayOutputStream {
        private final int maxBytes;

        Bounded(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] source, int from, int length) {
            check(length);
            super.write(source, from, length);
        }

        private void check(int more) {
            if (more > maxBytes - count) {
                throw new OversizedException(maxBytes);
            }
        }
    }
}
