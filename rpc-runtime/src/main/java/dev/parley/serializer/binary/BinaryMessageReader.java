package dev.parley.serializer.binary;

import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.ValueReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads messages: a scanner checks the whole frame and says where its members are, Jackson reads the values in it. */
final class BinaryMessageReader implements MessageReader {
    private static final byte[][] FAMILY = {
        utf8("jsonrpc"), utf8("id"), utf8("method"), utf8("params"), utf8("result"), utf8("error"), utf8("version")
    };
    private static final int JSONRPC = 0;
    private static final int ID = 1;
    private static final int METHOD = 2;
    private static final int PARAMS = 3;
    private static final int RESULT = 4;
    private static final int ERROR = 5;
    private static final int VERSION = 6;
    private static final byte[] TWO = utf8("2.0");

    private final BinaryFormat format;
    private final BinaryScanner scanner;
    private final References references;
    /** The message of a frame that holds one, read while it was checked. */
    private final Envelope single = new Envelope();

    /** What was handed out last. */
    private @Nullable BinaryValueReader value;

    private boolean batch;
    private boolean done;
    /** Where the next entry of a batch starts, and how many are left. */
    private int next;

    private long left;
    /** Which members of the family stand in the message. */
    private int seen;

    private BinaryMessageReader(BinaryFormat format, Frame frame, ReadLimits limits, References references) {
        this.format = format;
        this.scanner = format.scanner(frame.bytes(), frame.from(), frame.to(), limits);
        this.references = references;
    }

    /** Opens a frame, and checks all of it. */
    static BinaryMessageReader open(BinaryFormat format, Frame frame, ReadLimits limits, References references) {
        BinaryMessageReader reader = new BinaryMessageReader(format, frame, limits, references);
        reader.check();
        return reader;
    }

    /** Opens a frame that was checked before. */
    static BinaryMessageReader reopen(BinaryFormat format, Frame frame, ReadLimits limits, References references) {
        return new BinaryMessageReader(format, frame, limits, references);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void check() {
        int at = scanner.first();
        int after = -1;
        if (!scanner.startsObject(at)) {
            after = scanner.value(at, 0);
        }
        if (after < 0 || scanner.kind(at) == ValueKind.OBJECT) {
            after = message(at, 0, single);
        } else if (scanner.kind(at) == ValueKind.ARRAY) {
            batch = true;
            left = scanner.count(at);
            next = scanner.inside(at);
        }
        scanner.nothing(after);
    }

    @Override
    public boolean isBatch() {
        return batch;
    }

    @Override
    public boolean next(Envelope envelope) {
        envelope.clear();
        if (!batch) {
            boolean first = !done;
            done = true;
            if (first) {
                envelope.copyFrom(single);
            }
            return first;
        }
        if (scanner.isEnd(next, left, false)) {
            return false;
        }
        next = scanner.kind(next) == ValueKind.OBJECT ? message(next, 1, envelope) : scanner.value(next, 1);
        left--;
        return true;
    }

    /** Passes over a message, checking it, and says where its members are. */
    private int message(int at, int depth, Envelope envelope) {
        envelope.setObject(true);
        seen = 0;
        scanner.checkDepth(at, depth);
        long members = scanner.count(at);
        int i = scanner.inside(at);
        while (!scanner.isEnd(i, members, true)) {
            i = member(i, depth + 1, envelope);
            members--;
        }
        if ((seen & (1 << VERSION | 1 << JSONRPC)) == 1 << VERSION) {
            envelope.setVersion(Envelope.Version.OTHER);
        }
        return scanner.afterEnd(i, members);
    }

    private int member(int at, int depth, Envelope envelope) {
        int from = scanner.name(at);
        int member = family();
        if (member < 0) {
            return extra(from, depth, envelope);
        }
        int to = scanner.value(from, depth);
        if ((seen & 1 << member) != 0) {
            envelope.setDuplicate();
        } else {
            seen |= 1 << member;
            record(envelope, member, scanner.kind(from), from, to);
        }
        return to;
    }

    /** Which member of the family the name is that was passed over last, or -1. */
    private int family() {
        for (int i = 0; i < FAMILY.length; i++) {
            if (isText(FAMILY[i])) {
                return i;
            }
        }
        return -1;
    }

    private boolean isText(byte[] text) {
        return Arrays.equals(text, 0, text.length, scanner.bytes, scanner.textFrom, scanner.textTo);
    }

    private int extra(int from, int depth, Envelope envelope) {
        boolean wanted = envelope.extras().size() < Envelope.MAX_EXTRAS;
        String name = wanted ? scanner.text() : "";
        int to = scanner.value(from, depth);
        if (wanted) {
            envelope.addExtra(name, scanner.kind(from), from, to);
        }
        return to;
    }

    private void record(Envelope envelope, int member, ValueKind kind, int from, int to) {
        switch (member) {
            case JSONRPC -> envelope.setVersion(isTwo(kind, from, to) ? Envelope.Version.V2_0 : Envelope.Version.OTHER);
            case ID -> recordId(envelope, kind, from, to);
            case METHOD -> recordMethod(envelope, kind, from, to);
            case PARAMS -> envelope.params().set(kind, from, to);
            case RESULT -> envelope.result().set(kind, from, to);
            case ERROR -> envelope.error().set(kind, from, to);
            default -> {
                // Counts only where there is no "jsonrpc", which may still come.
            }
        }
    }

    private boolean isTwo(ValueKind kind, int from, int to) {
        return kind == ValueKind.STRING
                && (scanner.plain ? isText(TWO) : value(from, to).readString().equals("2.0"));
    }

    private void recordMethod(Envelope envelope, ValueKind kind, int from, int to) {
        boolean plain = kind == ValueKind.STRING && scanner.plain;
        envelope.method().set(kind, plain ? scanner.textFrom : from, plain ? scanner.textTo : to);
        if (kind == ValueKind.STRING && !plain) {
            envelope.setMethodText(value(from, to).readString());
        }
    }

    private void recordId(Envelope envelope, ValueKind kind, int from, int to) {
        envelope.id().set(kind, from, to);
        if (kind != ValueKind.NUMBER) {
            return;
        }
        if (scanner.isInteger(from)) {
            envelope.setIdNumber(scanner.integer(from));
            return;
        }
        try {
            envelope.setIdNumber(new BigDecimal(value(from, to).readNumberText()).longValueExact());
        } catch (ArithmeticException | NumberFormatException noLong) {
            // Then it has no number of that kind.
        }
    }

    @Override
    public ValueReader value(int from, int to) {
        close();
        value = new BinaryValueReader(format, scanner, from, to == Part.OPEN ? scanner.end : to, references);
        return value;
    }

    /** Nothing is ever left unchecked. */
    @Override
    public void finish() {}

    /** Gives the parser's buffers back to Jackson. */
    @Override
    public void close() {
        if (value != null) {
            value.close();
            value = null;
        }
    }
}
