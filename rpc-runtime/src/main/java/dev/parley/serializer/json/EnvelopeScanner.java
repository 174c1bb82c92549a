package dev.parley.serializer.json;

import dev.parley.message.Envelope;
import dev.parley.message.Part;
import dev.parley.message.ValueKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the members of one message and puts their places into an envelope. */
final class EnvelopeScanner {
    // The ordinals of Envelope.Member.
    private static final int VERSION = 0;
    private static final int ID = 1;
    private static final int METHOD = 2;
    private static final int PARAMS = 3;
    private static final int RESULT = 4;
    private static final int ERROR = 5;
    private static final int OTHER_VERSION = 6;
    private static final byte[] TWO = "\"2.0\"".getBytes(StandardCharsets.US_ASCII);

    private final JsonScanner scanner;
    private EnvelopeNames names = EnvelopeNames.USUAL;
    private int seen;
    private int end;
    private int nameFrom;
    private int nameTo;
    private boolean nameEscaped;

    EnvelopeScanner(JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** Sets the names of the members to look for. */
    void use(EnvelopeNames newNames) {
        if (names != newNames) {
            names = newNames;
        }
    }

    /** The index after the message scanned last. */
    int end() {
        return end;
    }

    /**
     * Scans one message.
     *
     * @param mayStop whether the value of a result may be left unchecked
     * @return -1 when the message was scanned to its end, else where the result starts
     */
    int message(Envelope.Recorder envelope, int from, boolean mayStop) {
        envelope.clear();
        seen = 0;
        if (!scanner.at(from, '{')) {
            end = scanner.value(from, 0);
            return -1;
        }
        envelope.object();
        int i = scanner.white(from + 1);
        if (scanner.at(i, '}')) {
            end = i + 1;
            return -1;
        }
        return members(envelope, i, mayStop);
    }

    /** Goes on after the value of a result that was left unchecked; returns the index after the message. */
    int rest(Envelope.Recorder envelope, int from) {
        int i = scanner.white(from);
        if (scanner.at(i, ',')) {
            members(envelope, scanner.white(i + 1), false);
            return end;
        }
        return close(i);
    }

    private int close(int at) {
        if (!scanner.at(at, '}')) {
            throw scanner.expected("',' or '}'", at);
        }
        end = at + 1;
        return end;
    }

    private int members(Envelope.Recorder envelope, int from, boolean mayStop) {
        int i = from;
        while (true) {
            int member = name(i);
            int value = scanner.white(end);
            ValueKind kind = scanner.kind(value);
            if (member == RESULT && mayStop && isOpenResult(kind)) {
                seen |= 1 << RESULT;
                envelope.result(kind, value, Part.OPEN);
                return value;
            }
            int after = kind == ValueKind.OBJECT || kind == ValueKind.ARRAY
                    ? scanner.value(value, 1)
                    : scanner.scalar(value);
            record(envelope, member, kind, value, after);
            i = scanner.white(after);
            if (!scanner.at(i, ',')) {
                close(i);
                return -1;
            }
            i = scanner.white(i + 1);
        }
    }

    /** Takes a name and its colon, up to {@link #end}; returns the member's index. */
    private int name(int from) {
        byte[] bytes = scanner.bytes;
        byte first = from + 1 < scanner.end ? bytes[from + 1] : 0;
        Literal likely = names.likely(first);
        if (likely != null && likely.isAt(bytes, from, scanner.end)) {
            end = from + likely.length();
            return names.likelyIndex(first);
        }
        int after = scanner.nameText(from);
        nameEscaped = scanner.escaped();
        nameFrom = from + 1;
        nameTo = after - 1;
        end = scanner.colon(after);
        return nameEscaped ? names.find(nameText()) : names.find(scanner.bytes, nameFrom, nameTo);
    }

    private String nameText() {
        return StringScan.decode(scanner.bytes, nameFrom, nameTo, nameEscaped);
    }

    /** Only a response's first result, after its id, and not a null, which is told from an error by looking on. */
    private boolean isOpenResult(ValueKind kind) {
        boolean response = (seen & (1 << ID | 1 << METHOD | 1 << RESULT)) == 1 << ID;
        return response && kind != ValueKind.NULL;
    }

    private void record(Envelope.Recorder envelope, int member, ValueKind kind, int value, int after) {
        if (member < 0) {
            recordExtra(envelope, kind, value, after);
            return;
        }
        if ((seen & 1 << member) != 0) {
            envelope.duplicate();
            return;
        }
        seen |= 1 << member;
        switch (member) {
            case VERSION ->
                envelope.version(isTwo(kind, value, after) ? Envelope.Version.V2_0 : Envelope.Version.OTHER);
            case ID -> recordId(envelope, kind, value, after);
            case METHOD -> recordMethod(envelope, kind, value, after);
            case PARAMS -> envelope.params(kind, value, after);
            case RESULT -> envelope.result(kind, value, after);
            case ERROR -> envelope.error(kind, value, after);
            case OTHER_VERSION -> {
                if ((seen & 1 << VERSION) == 0) {
                    envelope.version(Envelope.Version.OTHER);
                }
            }
            default -> envelope.keywords(kind, value, after);
        }
    }

    /** Almost always these very bytes, so that no text is made of them. */
    private boolean isTwo(ValueKind kind, int from, int to) {
        return Arrays.equals(scanner.bytes, from, to, TWO, 0, TWO.length)
                || kind == ValueKind.STRING
                        && scanner.escaped()
                        && text(from, to).equals("2.0");
    }

    private void recordExtra(Envelope.Recorder envelope, ValueKind kind, int from, int to) {
        if (envelope.extras().size() < Envelope.MAX_EXTRAS) {
            envelope.extra(nameText(), kind, from, to);
        }
    }

    private void recordMethod(Envelope.Recorder envelope, ValueKind kind, int from, int to) {
        if (kind != ValueKind.STRING) {
            envelope.method(kind, from, to);
            return;
        }
        envelope.method(kind, from + 1, to - 1);
        if (scanner.escaped()) {
            envelope.methodText(text(from, to));
        }
    }

    /** The text of the string that was scanned last, which has escapes. */
    private String text(int from, int to) {
        return StringScan.decode(scanner.bytes, from + 1, to - 1, true);
    }

    private void recordId(Envelope.Recorder envelope, ValueKind kind, int from, int to) {
        envelope.id(kind, from, to);
        if (kind != ValueKind.NUMBER) {
            return;
        }
        byte[] bytes = scanner.bytes;
        long value = 0;
        int i = from;
        while (i < to && JsonScanner.isDigit(bytes[i])) {
            value = value * 10 + (bytes[i] - '0');
            i++;
        }
        if (i == to && to - from <= 18) {
            envelope.idNumber(value);
            return;
        }
        Long exact = NumberScan.toLong(bytes, from, to);
        if (exact != null) {
            envelope.idNumber(exact);
        }
    }
}
