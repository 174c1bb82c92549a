package dev.parley.serializer.jackson;

import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.token.JacksonValueReader;
import dev.parley.serializer.token.Kinds;
import dev.parley.serializer.token.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads messages: one pass over the frame checks it and finds its messages, a second one looks into each. */
final class JacksonMessageReader implements MessageReader {
    private static final Envelope.Member[] MEMBERS = Envelope.Member.values();

    private final Members names;
    private final Source source;
    private final References references;
    private final boolean batch;
    private final Envelope.Recorder envelope = new Envelope.Recorder();
    private final List<int[]> messages = new ArrayList<>();
    private int next;
    /** How many further values the frame may hold. */
    private int valuesLeft;

    JacksonMessageReader(Members names, Frame frame, ReadLimits limits, References references) {
        this.names = names;
        this.references = references;
        valuesLeft = limits.values();
        source = new Source(frame.bytes(), frame.from(), frame.to(), limits);
        Source.Tokens tokens = source.tokens(source.textStart(), source.end());
        JsonToken first = tokens.next();
        if (first == null) {
            throw source.malformed("expected a value, found the end", source.end());
        }
        batch = first == JsonToken.START_ARRAY;
        if (!batch) {
            messages.add(message(tokens, first));
        } else {
            for (JsonToken token; (token = tokens.next()) != JsonToken.END_ARRAY; ) {
                messages.add(message(tokens, token));
            }
        }
        if (tokens.next() != null) {
            throw source.malformed("expected the end", tokens.from());
        }
    }

    /** A message is not itself one of the values that are counted. */
    private int[] message(Source.Tokens tokens, @Nullable JsonToken first) {
        valuesLeft += first == JsonToken.START_OBJECT ? 1 : 0;
        return pass(tokens, first);
    }

    /** Passes over the value whose first token was taken, and gives its range. */
    private int[] pass(Source.Tokens tokens, @Nullable JsonToken first) {
        int from = tokens.from();
        int depth = 0;
        JsonToken token = first;
        while (true) {
            if (token == null) {
                throw source.malformed("expected more, found the end", source.end());
            }
            if ((token.isStructStart() || token.isScalarValue()) && --valuesLeft < 0) {
                throw source.malformed("more than " + source.limits().values() + " values", tokens.from());
            }
            if (token.isStructStart() && ++depth > source.limits().depth()) {
                throw source.malformed("nested deeper than " + source.limits().depth() + " levels", tokens.from());
            }
            if (token.isStructEnd()) {
                depth--;
            }
            if (depth == 0) {
                return new int[] {from, tokens.to()};
            }
            token = tokens.next();
        }
    }

    @Override
    public boolean isBatch() {
        return batch;
    }

    @Override
    public @Nullable Envelope next() {
        if (next == messages.size()) {
            return null;
        }
        envelope.clear();
        valuesLeft = source.limits().values();
        int[] range = messages.get(next++);
        Source.Tokens tokens = source.tokens(range[0], range[1]);
        if (tokens.next() == JsonToken.START_OBJECT) {
            envelope.object();
            fill(tokens);
        }
        return envelope;
    }

    private void fill(Source.Tokens tokens) {
        Set<Envelope.Member> seen = EnumSet.noneOf(Envelope.Member.class);
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            String name = tokens.parser().currentName();
            JsonToken value = tokens.next();
            String text =
                    value != null && value.isScalarValue() ? tokens.parser().getString() : "";
            int[] range = pass(tokens, value);
            ValueKind kind = Kinds.of(value);
            int member = names.indexOf(name);
            if (member < 0) {
                envelope.extra(name, kind, range[0], range[1]);
            } else if (seen.add(MEMBERS[member])) {
                record(MEMBERS[member], kind, range, text);
            } else {
                envelope.duplicate();
            }
        }
        if (seen.contains(Envelope.Member.OTHER_VERSION) && !seen.contains(Envelope.Member.VERSION)) {
            envelope.version(Envelope.Version.OTHER);
        }
    }

    private void record(Envelope.Member member, ValueKind kind, int[] range, String text) {
        switch (member) {
            case VERSION ->
                envelope.version(
                        kind == ValueKind.STRING && text.equals("2.0")
                                ? Envelope.Version.V2_0
                                : Envelope.Version.OTHER);
            case OTHER_VERSION -> {
                // Counts only where the message lacks "jsonrpc", which may still come.
            }
            case ID -> recordId(kind, range, text);
            case METHOD -> recordMethod(kind, range, text);
            case PARAMS -> envelope.params(kind, range[0], range[1]);
            case KEYWORDS -> envelope.keywords(kind, range[0], range[1]);
            case RESULT -> envelope.result(kind, range[0], range[1]);
            case ERROR -> envelope.error(kind, range[0], range[1]);
        }
    }

    private void recordMethod(ValueKind kind, int[] range, String text) {
        int quote = kind == ValueKind.STRING ? 1 : 0;
        int from = range[0] + quote;
        int to = range[1] - quote;
        envelope.method(kind, from, to);
        if (quote == 1 && source.hasEscape(from, to)) {
            envelope.methodText(text);
        }
    }

    private void recordId(ValueKind kind, int[] range, String text) {
        envelope.id(kind, range[0], range[1]);
        if (kind != ValueKind.NUMBER) {
            return;
        }
        try {
            String significand = text.split("[eE]")[0];
            boolean zero = new BigDecimal(significand).signum() == 0;
            envelope.idNumber(zero ? 0 : new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException noLong) {
            // Then it has no number of that kind.
        }
    }

    @Override
    public ValueReader value(int from, int to) {
        return new JacksonValueReader(source, from, to == Part.OPEN ? source.end() : to, references);
    }

    /** Nothing is ever left unchecked. */
    @Override
    public void finish() {}

    /** Nothing is recycled. */
    @Override
    public void close() {}
}
