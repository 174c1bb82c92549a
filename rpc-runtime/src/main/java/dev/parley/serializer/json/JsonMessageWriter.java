package dev.parley.serializer.json;

import dev.parley.frame.Frame;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueWriter;

/** Writes messages into one recycled array. */
final class JsonMessageWriter implements MessageWriter {
    private static final Pool<JsonMessageWriter> POOL = new Pool<>();

    private final JsonValueWriter out = new JsonValueWriter();
    private int maxBytes;
    private boolean open;

    private JsonMessageWriter() {}

    static JsonMessageWriter open(int maxBytes, References references) {
        JsonMessageWriter kept = POOL.take();
        JsonMessageWriter writer = kept == null ? new JsonMessageWriter() : kept;
        writer.open = true;
        writer.maxBytes = maxBytes;
        writer.out.reset(maxBytes, references);
        return writer;
    }

    @Override
    public ValueWriter begin() {
        out.reset(maxBytes);
        return out;
    }

    @Override
    public Frame end() {
        int size = out.size();
        return Frame.onLoan(out.buffer(), 0, size);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            out.release();
            POOL.give(this);
        }
    }
}
