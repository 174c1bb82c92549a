package dev.parley.serializer.json;

import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueReader;
import org.jspecify.annotations.Nullable;

/** Reads the messages of one frame. It scans a single message once, a batch twice: first to check all of it. */
final class JsonMessageReader implements MessageReader {
    private static final Pool<JsonMessageReader> POOL = new Pool<>();

    private final JsonScanner scanner = new JsonScanner();
    private final EnvelopeScanner envelopes = new EnvelopeScanner(scanner);
    private final JsonValueReader value = new JsonValueReader(scanner);
    private final Envelope single = new Envelope();
    private References references = References.NONE;
    private boolean open;
    private boolean batch;
    /** In a batch, where the next entry is looked for; for a single message, -1 once it was handed out. */
    private int position;
    /** Where the rest begins that was not checked yet: the start of the result, or -1. */
    private int unchecked = -1;

    private @Nullable Envelope filled;

    private JsonMessageReader() {}

    static JsonMessageReader open(Frame frame, ReadLimits limits, References references) {
        JsonMessageReader kept = POOL.take();
        JsonMessageReader reader = kept == null ? new JsonMessageReader() : kept;
        reader.open = true;
        try {
            reader.start(frame, limits, references);
            return reader;
        } catch (RuntimeException malformed) {
            reader.close();
            throw malformed;
        }
    }

    /** Opens a frame that was checked before. */
    static JsonMessageReader reopen(Frame frame, ReadLimits limits, References references) {
        JsonMessageReader kept = POOL.take();
        JsonMessageReader reader = kept == null ? new JsonMessageReader() : kept;
        reader.open = true;
        reader.scanner.reset(frame.bytes(), frame.from(), frame.to(), limits);
        reader.setReferences(references);
        reader.batch = false;
        reader.position = -1;
        return reader;
    }

    private void start(Frame frame, ReadLimits limits, References newReferences) {
        scanner.reset(frame.bytes(), frame.from(), frame.to(), limits);
        setReferences(newReferences);
        int i = scanner.white(scanner.byteOrderMark(frame.from()));
        batch = scanner.at(i, '[');
        position = i;
        if (batch) {
            position = i + 1;
            scanner.nothing(checkEntries(i + 1));
            return;
        }
        unchecked = envelopes.message(single, i, true);
        if (unchecked < 0) {
            scanner.nothing(envelopes.end());
        }
    }

    /** Each entry is a message, so that its depth counts from there and not from the array around it. */
    private int checkEntries(int from) {
        int i = scanner.white(from);
        if (scanner.at(i, ']')) {
            return i + 1;
        }
        while (true) {
            i = scanner.white(scanner.value(i, 0));
            if (scanner.at(i, ']')) {
                return i + 1;
            }
            if (!scanner.at(i, ',')) {
                throw scanner.expected("',' or ']'", i);
            }
            i++;
        }
    }

    /** Most connections have none: a store that changes nothing would still cost a barrier of the collector's. */
    private void setReferences(References now) {
        if (references != now) {
            references = now;
        }
    }

    @Override
    public boolean isBatch() {
        return batch;
    }

    @Override
    public boolean next(Envelope envelope) {
        if (!batch) {
            if (position < 0) {
                envelope.clear();
                return false;
            }
            position = -1;
            envelope.copyFrom(single);
            if (unchecked >= 0) {
                filled = envelope;
            }
            return true;
        }
        int i = scanner.white(position);
        if (scanner.at(i, ',')) {
            i = scanner.white(i + 1);
        }
        if (scanner.at(i, ']')) {
            position = i;
            envelope.clear();
            return false;
        }
        envelopes.message(envelope, i, false);
        position = envelopes.end();
        return true;
    }

    @Override
    public ValueReader value(int from, int to) {
        value.reset(from, to, 1, references);
        return value;
    }

    @Override
    public void finish() {
        if (unchecked < 0) {
            return;
        }
        int from = unchecked;
        unchecked = -1;
        int taken = value.endOf(from);
        int after = taken >= 0 ? taken : scanner.value(from, 1);
        Envelope envelope = filled == null ? single : filled;
        Part result = envelope.result();
        result.set(result.kind(), result.from(), after);
        scanner.nothing(envelopes.rest(envelope, after));
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        scanner.release();
        value.release();
        setReferences(References.NONE);
        unchecked = -1;
        filled = null;
        POOL.give(this);
    }
}
