package dev.parley.serializer.binary;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.OversizedException;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueWriter;
import java.io.OutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes messages, all by one generator, for which they are values one after the other. */
final class BinaryMessageWriter implements MessageWriter {
    private final BinaryFormat format;
    private final BinarySerializer owner;
    private final Bounded bytes = new Bounded();
    private @Nullable JsonGenerator out;
    private References references = References.NONE;
    private boolean open;
    /** Whether a message was begun and not ended. */
    private boolean unfinished;

    BinaryMessageWriter(BinaryFormat format, BinarySerializer owner) {
        this.format = format;
        this.owner = owner;
    }

    void open(int maxBytes, References newReferences) {
        open = true;
        bytes.maxBytes = maxBytes;
        references = newReferences;
    }

    @Override
    public ValueWriter begin() {
        bytes.count = 0;
        JsonGenerator generator = out;
        if (generator == null || unfinished) {
            // One that was left half-way knows of containers that nobody ends any more.
            generator = format.generator(bytes);
            generator.flush();
            out = generator;
        }
        unfinished = true;
        bytes.count = 0;
        bytes.write(format.header());
        return new BinaryValueWriter(format, generator, references);
    }

    @Override
    public Frame end() {
        if (out != null) {
            out.flush();
        }
        unfinished = false;
        return Frame.onLoan(bytes.array, 0, bytes.count);
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        references = References.NONE;
        if (unfinished) {
            out = null;
            unfinished = false;
        }
        bytes.shrink();
        owner.recycle(this);
    }

    /** Bytes up to a limit. */
    private static final class Bounded extends OutputStream {
        private static final int LEAST = 1 << 10;
        private static final int MOST_KEPT = 1 << 18;

        private int maxBytes;
        private int count;
        private byte[] array = new byte[LEAST];

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source) {
            write(source, 0, source.length);
        }

        @Override
        public void write(byte[] source, int from, int length) {
            if (length > maxBytes - count) {
                throw new OversizedException(maxBytes);
            }
            if (length > array.length - count) {
                array = Arrays.copyOf(array, (int)
                        Math.min(Integer.MAX_VALUE - 8L, Math.max(count + (long) length, 2L * array.length)));
            }
            System.arraycopy(source, from, array, count, length);
            count += length;
        }

        void shrink() {
            if (array.length > MOST_KEPT) {
                array = new byte[LEAST];
            }
        }
    }
}
