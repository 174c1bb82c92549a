package dev.parley.serializer.json;

import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the messages of one frame. It scans each once, but for the entries of a batch beyond the first hundred or so: all
 * of a batch is checked before its first entry is handed out, and then only so many were remembered.
 */
final class JsonMessageReader implements MessageReader {
    private static final int MOST_FOUND = 128;

    private static final Pool<JsonMessageReader> POOL = new Pool<>();

    private final JsonScanner scanner = new JsonScanner();
    private final EnvelopeScanner envelopes = new EnvelopeScanner(scanner);
    private final JsonValueReader value = new JsonValueReader(scanner);
    private final Envelope.Recorder single = new Envelope.Recorder();
    /** The entries of a batch that were found while it was checked; how many, and how many were handed out. */
    private final List<Envelope.Recorder> found = new ArrayList<>(0);

    private int foundCount;
    private int foundTaken;
    private References references = References.NONE;
    private boolean open;
    private boolean batch;
    /** In a batch, where the next entry is looked for that was not found yet; for a single message, -1 once it was handed out. */
    private int position;
    /** Where the rest begins that was not checked yet: the start of the result, or -1. */
    private int unchecked = -1;

    private JsonMessageReader() {}

    static JsonMessageReader open(EnvelopeNames names, Frame frame, ReadLimits limits, References references) {
        JsonMessageReader kept = POOL.take();
        JsonMessageReader reader = kept == null ? new JsonMessageReader() : kept;
        reader.open = true;
        try {
            reader.envelopes.use(names);
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
            scanner.nothing(checkEntries(i + 1));
            scanner.countAfresh();
            return;
        }
        unchecked = envelopes.message(single, i, true);
        if (unchecked < 0) {
            scanner.nothing(envelopes.end());
        }
    }

    /** Each entry is a message, so that its depth counts from there and not from the array around it. */
    private int checkEntries(int from) {
        foundCount = 0;
        foundTaken = 0;
        int i = scanner.white(from);
        position = i;
        if (scanner.at(i, ']')) {
            return i + 1;
        }
        while (true) {
            i = scanner.white(checkEntry(scanner.white(i)));
            if (scanner.at(i, ']')) {
                return i + 1;
            }
            if (!scanner.at(i, ',')) {
                throw scanner.expected("',' or ']'", i);
            }
            i++;
        }
    }

    private int checkEntry(int from) {
        if (foundCount == MOST_FOUND) {
            return scanner.value(from, 0);
        }
        if (foundCount == found.size()) {
            found.add(new Envelope.Recorder());
        }
        envelopes.message(found.get(foundCount++), from, false);
        position = envelopes.end();
        return position;
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
    public @Nullable Envelope next() {
        if (!batch) {
            boolean first = position >= 0;
            position = -1;
            return first ? single : null;
        }
        if (foundTaken < foundCount) {
            return found.get(foundTaken++);
        }
        int i = scanner.white(position);
        if (scanner.at(i, ',')) {
            i = scanner.white(i + 1);
        }
        if (scanner.at(i, ']')) {
            position = i;
            return null;
        }
        envelopes.message(single, i, false);
        position = envelopes.end();
        return single;
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
        Part result = single.result();
        single.result(result.kind(), result.from(), after);
        scanner.nothing(envelopes.rest(single, after));
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
        POOL.give(this);
    }
}
