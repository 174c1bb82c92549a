package dev.parley.serializer.json;

import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.ReadLimits;
import java.util.Arrays;

/**
 * Walks over JSON text and checks its grammar (RFC 8259) and the limits, taking nothing from it. It never recurses, so
 * no depth of nesting can exhaust the stack. Every method takes the index where to start and returns the one after.
 */
final class JsonScanner {
    private static final byte[] NOTHING = {};
    private static final int KEPT_BYTES = 1 << 16;

    byte[] bytes = NOTHING;
    int end;
    private int origin;
    private ReadLimits limits = ReadLimits.DEFAULT;
    /** How many further values may be passed over. */
    private int valuesLeft;

    private boolean escaped;
    private boolean integral;
    private long[] objects = new long[2];

    /** Turns to other bytes; {@code origin} is the index that errors count from. */
    void reset(byte[] newBytes, int newOrigin, int newEnd, ReadLimits newLimits) {
        if (bytes != newBytes) {
            bytes = newBytes;
        }
        origin = newOrigin;
        end = newEnd;
        if (limits != newLimits) {
            limits = newLimits;
        }
        countAfresh();
    }

    /** Counts values from here: those that were counted are about to be read again. */
    void countAfresh() {
        valuesLeft = limits.values();
    }

    private void count(int at) {
        if (--valuesLeft < 0) {
            throw tooManyValues(at);
        }
    }

    MalformedMessageException tooManyValues(int at) {
        return malformed("more than " + limits.values() + " values", at);
    }

    /** Lets go of the bytes, but for arrays that event loops use again and again: their next frame comes in the same. */
    void release() {
        if (bytes.length > KEPT_BYTES) {
            bytes = NOTHING;
        }
        end = 0;
    }

    ReadLimits limits() {
        return limits;
    }

    /** Whether the string scanned last has escapes. */
    boolean escaped() {
        return escaped;
    }

    /** Whether the number scanned last has neither fraction nor exponent. */
    boolean integral() {
        return integral;
    }

    /** Passes over white space. */
    int white(int from) {
        int i = from;
        while (i < end && bytes[i] <= ' ' && isWhite(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isWhite(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** Passes over a byte order mark, which RFC 8259, section 8.1, lets a reader ignore. */
    int byteOrderMark(int from) {
        boolean mark = end - from >= 3
                && bytes[from] == (byte) 0xEF
                && bytes[from + 1] == (byte) 0xBB
                && bytes[from + 2] == (byte) 0xBF;
        return mark ? from + 3 : from;
    }

    /** The kind of value that starts here, as its first byte tells. */
    ValueKind kind(int at) {
        if (at >= end) {
            throw expected("a value", at);
        }
        return switch (bytes[at]) {
            case '{' -> ValueKind.OBJECT;
            case '[' -> ValueKind.ARRAY;
            case '"' -> ValueKind.STRING;
            case 't', 'f' -> ValueKind.BOOLEAN;
            case 'n' -> ValueKind.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ValueKind.NUMBER;
            default -> throw expected("a value", at);
        };
    }

    /**
     * Passes over one value and the white space before it.
     *
     * @param outer how many arrays and objects are around it
     */
    int value(int from, int outer) {
        int depth = outer;
        int i = from;
        while (true) {
            i = white(i);
            switch (kind(i)) {
                case OBJECT -> {
                    open(++depth, true, i);
                    i = white(i + 1);
                    if (!at(i, '}')) {
                        i = name(i);
                        continue;
                    }
                    i++;
                    depth--;
                }
                case ARRAY -> {
                    open(++depth, false, i);
                    i = white(i + 1);
                    if (!at(i, ']')) {
                        continue;
                    }
                    i++;
                    depth--;
                }
                default -> i = scalar(i);
            }
            while (depth > outer) {
                i = white(i);
                boolean object = isObject(depth);
                if (at(i, ',')) {
                    i = object ? name(white(i + 1)) : i + 1;
                    break;
                }
                if (!at(i, object ? '}' : ']')) {
                    throw expected(object ? "',' or '}'" : "',' or ']'", i);
                }
                i++;
                depth--;
            }
            if (depth == outer) {
                return i;
            }
        }
    }

    /** Passes over a value that is neither array nor object, as {@link #kind} told. */
    int scalar(int from) {
        count(from);
        return switch (bytes[from]) {
            case '"' -> string(from + 1);
            case 't' -> word(from, "true");
            case 'f' -> word(from, "false");
            case 'n' -> word(from, "null");
            default -> number(from);
        };
    }

    private void open(int depth, boolean object, int at) {
        checkDepth(depth, at);
        count(at);
        int word = depth >>> 6;
        if (word >= objects.length) {
            objects = Arrays.copyOf(objects, word * 2);
        }
        long bit = 1L << depth;
        objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
    }

    private boolean isObject(int depth) {
        return (objects[depth >>> 6] & 1L << depth) != 0;
    }

    void checkDepth(int depth, int at) {
        if (depth > limits.depth()) {
            throw malformed("nested deeper than " + limits.depth() + " levels", at);
        }
    }

    boolean at(int index, char c) {
        return index < end && bytes[index] == c;
    }

    /** Passes over a name with its quotes and the colon that follows. */
    int name(int from) {
        return colon(nameText(from));
    }

    /** Passes over a name with its quotes. */
    int nameText(int from) {
        if (!at(from, '"')) {
            throw expected("a name", from);
        }
        int after = string(from + 1);
        if (after - from - 2 > limits.nameLength()) {
            throw malformed("name longer than " + limits.nameLength() + " bytes", from);
        }
        return after;
    }

    /** Passes over white space and a colon. */
    int colon(int from) {
        int i = white(from);
        if (!at(i, ':')) {
            throw expected("':'", i);
        }
        return i + 1;
    }

    /** Passes over the content of a string and its closing quote. */
    int string(int from) {
        escaped = false;
        int i = from;
        while (true) {
            i = StringScan.plainEnd(bytes, i, end);
            if (i >= end) {
                throw malformed("string without end", from - 1);
            }
            byte c = bytes[i];
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\') {
                escaped = true;
                i = escape(i);
            } else if (c < 0) {
                i = sequences(i);
            } else {
                throw malformed("control character in a string", i);
            }
        }
    }

    private int sequences(int from) {
        int i = from;
        while (i < end && bytes[i] < 0) {
            int length = StringScan.sequenceLength(bytes, i, end);
            if (length == 0) {
                throw malformed("not UTF-8", i);
            }
            i += length;
        }
        return i;
    }

    private int escape(int from) {
        if (from + 1 >= end) {
            throw malformed("string without end", from);
        }
        return switch (bytes[from + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> from + 2;
            case 'u' -> unicodeEscape(from);
            default -> throw malformed("unknown escape", from);
        };
    }

    private int unicodeEscape(int from) {
        for (int i = from + 2; i < from + 6; i++) {
            if (i >= end || StringScan.hex(bytes[i]) < 0) {
                throw malformed("escape without four hexadecimal digits", from);
            }
        }
        return from + 6;
    }

    /** Passes over a number. */
    int number(int from) {
        int i = at(from, '-') ? from + 1 : from;
        if (at(i, '0')) {
            i++;
            if (i < end && isDigit(bytes[i])) {
                throw malformed("number with a leading zero", from);
            }
        } else {
            i = digits(i);
        }
        integral = true;
        if (at(i, '.')) {
            integral = false;
            i = digits(i + 1);
        }
        if (at(i, 'e') || at(i, 'E')) {
            integral = false;
            i++;
            i = digits(at(i, '+') || at(i, '-') ? i + 1 : i);
        }
        if (i - from > limits.numberLength()) {
            throw malformed("number longer than " + limits.numberLength() + " characters", from);
        }
        return i;
    }

    private int digits(int from) {
        int i = from;
        while (i < end && isDigit(bytes[i])) {
            i++;
        }
        if (i == from) {
            throw expected("a digit", i);
        }
        return i;
    }

    static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** Passes over a bare word. */
    int word(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!at(from + i, word.charAt(i))) {
                throw expected(word, from);
            }
        }
        return from + word.length();
    }

    /** Checks that nothing but white space follows. */
    void nothing(int from) {
        int i = white(from);
        if (i < end) {
            throw expected("the end", i);
        }
    }

    MalformedMessageException expected(String what, int at) {
        return malformed("expected " + what + ", found " + (at < end ? describe(bytes[at]) : "the end"), at);
    }

    MalformedMessageException malformed(String problem, int at) {
        return new MalformedMessageException(problem, at - origin);
    }

    private static String describe(byte c) {
        return c > ' ' && c < 0x7F ? "'" + (char) c + "'" : String.format("byte 0x%02x", c & 0xFF);
    }
}
