package dev.parley.serializer.binary;

import dev.parley.frame.Frame;
import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
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
    private static final Envelope.Member[] MEMBERS = Envelope.Member.values();
    private static final int VERSIONS =
            1 << Envelope.Member.VERSION.ordinal() | 1 << Envelope.Member.OTHER_VERSION.ordinal();
    private static final byte[] TWO = "2.0".getBytes(StandardCharsets.US_ASCII);

    private final Members names;
    private final BinaryFormat format;
    private final BinaryScanner scanner;
    private final References references;
    /** Where the message of a frame that holds one is recorded while it is checked; each entry of a batch later. */
    private final Envelope.Recorder envelope = new Envelope.Recorder();

    /** What was handed out last. */
    private @Nullable BinaryValueReader value;

    private boolean batch;
    private boolean done;
    /** Where the next entry of a batch starts, and how many are left. */
    private int next;

    private long left;
    /** Which members of the family the message has, a bit for each. */
    private int seen;

    private BinaryMessageReader(
            BinaryFormat format, Members names, Frame frame, ReadLimits limits, References references) {
        this.format = format;
        this.names = names;
        this.scanner = format.scanner(frame.bytes(), frame.from(), frame.to(), limits);
        this.references = references;
    }

    /** Opens a frame, and checks all of it. */
    static BinaryMessageReader open(
            BinaryFormat format, Members names, Frame frame, ReadLimits limits, References references) {
        BinaryMessageReader reader = new BinaryMessageReader(format, names, frame, limits, references);
        reader.check();
        return reader;
    }

    /** Opens a frame that was checked before. */
    static BinaryMessageReader reopen(
            BinaryFormat format, Members names, Frame frame, ReadLimits limits, References references) {
        return new BinaryMessageReader(format, names, frame, limits, references);
    }

    private void check() {
        int at = scanner.first();
        int after = -1;
        if (!scanner.startsObject(at)) {
            after = scanner.value(at, 0);
        }
        if (after < 0 || scanner.kind(at) == ValueKind.OBJECT) {
            after = message(at, 0);
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
    public @Nullable Envelope next() {
        if (!batch) {
            boolean first = !done;
            done = true;
            return first ? envelope : null;
        }
        if (scanner.isEnd(next, left, false)) {
            return null;
        }
        envelope.clear();
        scanner.countAfresh();
        next = scanner.kind(next) == ValueKind.OBJECT ? message(next, 1) : scanner.value(next, 1);
        left--;
        return envelope;
    }

    /** Passes over a message, checking it, and says where its members are. */
    private int message(int at, int depth) {
        envelope.object();
        seen = 0;
        scanner.checkDepth(at, depth);
        long members = scanner.count(at);
        int i = scanner.inside(at);
        while (!scanner.isEnd(i, members, true)) {
            i = member(i, depth + 1);
            members--;
        }
        if ((seen & VERSIONS) == 1 << Envelope.Member.OTHER_VERSION.ordinal()) {
            envelope.version(Envelope.Version.OTHER);
        }
        return scanner.afterEnd(i, members);
    }

    private int member(int at, int depth) {
        scanner.countValue(at);
        int from = scanner.name(at);
        int member = family();
        if (member < 0) {
            return extra(from, depth);
        }
        int to = scanner.value(from, depth);
        if ((seen & 1 << member) != 0) {
            envelope.duplicate();
        } else {
            seen |= 1 << member;
            record(MEMBERS[member], scanner.kind(from), from, to);
        }
        return to;
    }

    /** Which member of the family the name is that was passed over last, or -1. */
    private int family() {
        for (int i = 0; i < names.size(); i++) {
            if (isText(names.utf8(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isText(byte[] text) {
        return Arrays.equals(text, 0, text.length, scanner.bytes, scanner.textFrom, scanner.textTo);
    }

    private int extra(int from, int depth) {
        boolean wanted = envelope.extras().size() < Envelope.MAX_EXTRAS;
        String name = wanted ? scanner.text() : "";
        int to = scanner.value(from, depth);
        if (wanted) {
            envelope.extra(name, scanner.kind(from), from, to);
        }
        return to;
    }

    private void record(Envelope.Member member, ValueKind kind, int from, int to) {
        switch (member) {
            case VERSION -> envelope.version(isTwo(kind, from, to) ? Envelope.Version.V2_0 : Envelope.Version.OTHER);
            case ID -> recordId(kind, from, to);
            case METHOD -> recordMethod(kind, from, to);
            case PARAMS -> envelope.params(kind, from, to);
            case KEYWORDS -> envelope.keywords(kind, from, to);
            case RESULT -> envelope.result(kind, from, to);
            case ERROR -> envelope.error(kind, from, to);
            case OTHER_VERSION -> {
                // Counts only where the message lacks "jsonrpc", which may still come.
            }
        }
    }

    private boolean isTwo(ValueKind kind, int from, int to) {
        return kind == ValueKind.STRING
                && (scanner.plain ? isText(TWO) : value(from, to).readString().equals("2.0"));
    }

    private void recordMethod(ValueKind kind, int from, int to) {
        boolean plain = kind == ValueKind.STRING && scanner.plain;
        envelope.method(kind, plain ? scanner.textFrom : from, plain ? scanner.textTo : to);
        if (kind == ValueKind.STRING && !plain) {
            envelope.methodText(value(from, to).readString());
        }
    }

    private void recordId(ValueKind kind, int from, int to) {
        envelope.id(kind, from, to);
        if (kind != ValueKind.NUMBER) {
            return;
        }
        if (scanner.isInteger(from)) {
            envelope.idNumber(scanner.integer(from));
            return;
        }
        try {
            envelope.idNumber(new BigDecimal(value(from, to).readNumberText()).longValueExact());
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
