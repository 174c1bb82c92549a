package dev.parley.serializer.json;

import dev.parley.frame.Frame;
import dev.parley.message.Dialect;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.ValueReader;

/**
 * JSON (RFC 8259) by our own byte reader and writer: the default serializer.
 *
 * <p>Strict: UTF-8 only, no comments, no trailing commas, no bare {@code NaN}. A byte order mark before the message is
 * passed over. Lone surrogates in escapes are kept, in both directions. Values reject an object that has a member twice; for
 * the message itself {@link dev.parley.message.Envelope#hasDuplicate()} tells of it.
 */
public final class JsonSerializer implements Serializer {
    /** The one for dialects with the usual member names. */
    public static final JsonSerializer INSTANCE = new JsonSerializer(EnvelopeNames.USUAL);

    private final EnvelopeNames names;

    private JsonSerializer(EnvelopeNames names) {
        this.names = names;
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public Serializer speaking(Dialect dialect) {
        return dialect.hasUsualMembers() ? INSTANCE : new JsonSerializer(EnvelopeNames.of(dialect));
    }

    @Override
    public MessageReader read(Frame frame, ReadLimits limits, References references) {
        return JsonMessageReader.open(names, frame, limits, references);
    }

    @Override
    public MessageReader readChecked(Frame frame, ReadLimits limits, References references) {
        return JsonMessageReader.reopen(frame, limits, references);
    }

    @Override
    public MessageWriter write(int maxBytes, References references) {
        return JsonMessageWriter.open(maxBytes, references);
    }

    @Override
    public String toString() {
        return "JsonSerializer";
    }

    /**
     * Opens a JSON text that is no message: a file, a document.
     *
     * @param utf8 the text, checked as a whole before this returns; a byte order mark at its start is skipped
     * @return a reader that stands before the text's one value
     * @throws dev.parley.serializer.MalformedMessageException when the text is not one well-formed value, or exceeds a limit
     */
    public static ValueReader text(byte[] utf8, ReadLimits limits) {
        JsonScanner scanner = new JsonScanner();
        scanner.reset(utf8, 0, utf8.length, limits);
        int from = scanner.byteOrderMark(0);
        scanner.nothing(scanner.value(from, 0));
        JsonValueReader in = new JsonValueReader(scanner);
        in.reset(from, utf8.length, 0, References.NONE);
        return in;
    }
}
