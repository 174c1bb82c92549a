package dev.parley.serializer.binary;

import dev.parley.message.ValueKind;
import dev.parley.serializer.ReadLimits;

/** Smile (its specification, version 1.0.6), without references to names and texts that came before. */
final class SmileScanner extends BinaryScanner {
    /** {@code :)\n}, and version 0: nothing is shared, bytes are as they are. */
    static final byte[] HEADER = {':', ')', '\n', 0x04};

    private static final int END_OF_TEXT = 0xFC;
    private static final int END_OF_CONTENT = 0xFF;
    private static final int LONG_ASCII = 0xE0;
    private static final int LONG_UNICODE = 0xE4;
    private static final int ENCODED_BYTES = 0xE8;
    private static final int RAW_BYTES = 0xFD;
    private static final int START_ARRAY = 0xF8;
    private static final int END_ARRAY = 0xF9;
    private static final int START_OBJECT = 0xFA;
    private static final int END_OBJECT = 0xFB;
    private static final int FLOAT = 0x28;
    private static final int DOUBLE = 0x29;
    private static final int MAX_INT_BYTES = 5;
    private static final int MIN_LONG_BYTES = 5;
    private static final int MAX_LONG_BYTES = 10;

    /** After {@link #variable}: the index behind it. */
    private int next;

    SmileScanner(byte[] bytes, int start, int end, ReadLimits limits) {
        super(bytes, start, end, limits);
    }

    /** Behind the header, which may be missing. */
    @Override
    int first() {
        if (head(start) != HEADER[0]) {
            return start;
        }
        int after = advance(start, HEADER.length);
        if (bytes[start + 1] != HEADER[1] || bytes[start + 2] != HEADER[2] || (bytes[start + 3] & 0xF0) != 0) {
            throw malformed("expected the header of Smile, version 0", start);
        }
        return after;
    }

    @Override
    void nothing(int at) {
        if (at < end && (head(at) != END_OF_CONTENT || at + 1 < end)) {
            throw malformed("expected the end", at);
        }
    }

    @Override
    int value(int at, int depth) {
        plain = false;
        int head = head(at);
        return switch (head >> 5) {
            case 0 -> throw head == 0 ? unknown(at) : reference("a text", at);
            case 1 -> literal(at, head);
            case 2, 3 -> ascii(at + 1, at + 1 + (head - 0x40) + 1);
            case 4, 5 -> unicode(at + 1, at + 1 + (head - 0x80) + 2);
            case 6 -> at + 1;
            default -> other(at, head, depth);
        };
    }

    private int literal(int at, int head) {
        return switch (head) {
            case 0x20 -> ascii(at + 1, at + 1);
            case 0x21, 0x22, 0x23 -> at + 1;
            case 0x24 -> {
                variable(at + 1, MAX_INT_BYTES);
                yield next;
            }
            case 0x25 -> longInteger(at);
            case 0x26 -> bigInteger(at + 1);
            case FLOAT -> sevens(at + 1, 5);
            case DOUBLE -> sevens(at + 1, 10);
            case 0x2A -> decimal(at);
            default -> throw unknown(at);
        };
    }

    /** Jackson reads at least five bytes, which is what an integer takes that needs this form. */
    private int longInteger(int at) {
        variable(at + 1, MAX_LONG_BYTES);
        if (next - at - 1 < MIN_LONG_BYTES) {
            throw malformed("an integer of 64 bits in less than " + MIN_LONG_BYTES + " bytes", at);
        }
        return next;
    }

    private int decimal(int at) {
        if (variable(at + 1, MAX_INT_BYTES) > Integer.MAX_VALUE) {
            throw malformed("a scale of more than 31 bits", at + 1);
        }
        return bigInteger(next);
    }

    private int other(int at, int head, int depth) {
        return switch (head) {
            case LONG_ASCII -> {
                int to = endOfText(at + 1);
                yield ascii(at + 1, to) + 1;
            }
            case LONG_UNICODE -> {
                int to = endOfText(at + 1);
                yield unicode(at + 1, to) + 1;
            }
            case ENCODED_BYTES -> encodedBytes(variable(at + 1, MAX_INT_BYTES));
            case RAW_BYTES -> {
                long length = variable(at + 1, MAX_INT_BYTES);
                yield advance(next, length);
            }
            case START_ARRAY -> children(at, false, depth);
            case START_OBJECT -> children(at, true, depth);
            case 0xEC, 0xED, 0xEE, 0xEF -> throw reference("a text", at);
            case END_ARRAY, END_OBJECT, END_OF_CONTENT -> throw malformed("expected a value, found an end", at);
            default -> throw unknown(at);
        };
    }

    private int ascii(int from, int to) {
        advance(from, to - from);
        int wrong = Utf8.asciiEnd(bytes, from, to);
        if (wrong < to) {
            throw malformed("not ASCII", wrong);
        }
        textFrom = from;
        textTo = to;
        plain = true;
        return to;
    }

    private int unicode(int from, int to) {
        advance(from, to - from);
        checkText(from, to);
        return to;
    }

    private int endOfText(int from) {
        int i = from;
        while (head(i) != END_OF_TEXT) {
            i++;
        }
        return i;
    }

    /** A big integer: its length, and its bytes in groups of seven bits. */
    private int bigInteger(int at) {
        long length = variable(at, MAX_INT_BYTES);
        checkBigLength(at, length);
        return encodedBytes(length);
    }

    /** Seven bytes in eight, and what is left of them in one more than they are; behind their length. */
    private int encodedBytes(long length) {
        long rest = length % 7;
        long encoded = length / 7 * 8 + (rest == 0 ? 0 : rest + 1);
        int to = advance(next, encoded);
        return sevens(next, to - next);
    }

    private int sevens(int from, int length) {
        int to = advance(from, length);
        int wrong = Utf8.asciiEnd(bytes, from, to);
        if (wrong < to) {
            throw malformed("expected seven bits", wrong);
        }
        return to;
    }

    /** An integer of variable length: seven bits a byte, and six in the last, whose first bit is set. */
    private long variable(int at, int maxBytes) {
        long value = 0;
        int i = at;
        for (; head(i) < 0x80; i++) {
            if (i - at == maxBytes - 1) {
                throw malformed("an integer of more than " + maxBytes + " bytes", at);
            }
            value = value << 7 | bytes[i];
        }
        next = i + 1;
        return value << 6 | bytes[i] & 0x3F;
    }

    private RuntimeException reference(String what, int at) {
        return malformed("a reference to " + what + " that came before; write without shared names and texts", at);
    }

    private RuntimeException unknown(int at) {
        return malformed("a byte that Smile has no meaning for", at);
    }

    @Override
    boolean startsObject(int at) {
        return head(at) == START_OBJECT;
    }

    @Override
    ValueKind kind(int at) {
        int head = head(at);
        if (head >= 0xC0 && head < 0xE0) {
            return ValueKind.NUMBER;
        }
        return switch (head) {
            case 0x21 -> ValueKind.NULL;
            case 0x22, 0x23 -> ValueKind.BOOLEAN;
            case 0x24, 0x25, 0x26, 0x2A -> ValueKind.NUMBER;
            case FLOAT -> Float.isFinite(Float.intBitsToFloat((int) bits(at, 5))) ? ValueKind.NUMBER : ValueKind.STRING;
            case DOUBLE -> Double.isFinite(Double.longBitsToDouble(bits(at, 10))) ? ValueKind.NUMBER : ValueKind.STRING;
            case START_ARRAY -> ValueKind.ARRAY;
            case START_OBJECT -> ValueKind.OBJECT;
            default -> ValueKind.STRING;
        };
    }

    private long bits(int at, int length) {
        long bits = 0;
        for (int i = at + 1; i <= at + length; i++) {
            bits = bits << 7 | bytes[i];
        }
        return bits;
    }

    @Override
    boolean isInteger(int at) {
        int head = head(at);
        return head >= 0xC0 && head < 0xE0 || head == 0x24 || head == 0x25;
    }

    @Override
    long integer(int at) {
        int head = head(at);
        if (head >= 0xC0) {
            return zigzag(head & 0x1F);
        }
        long value = variable(at + 1, MAX_LONG_BYTES);
        return zigzag(head == 0x24 ? value & 0xFFFFFFFFL : value);
    }

    private static long zigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    @Override
    long count(int at) {
        return -1;
    }

    @Override
    int inside(int at) {
        return at + 1;
    }

    @Override
    boolean isEnd(int at, long left, boolean object) {
        return head(at) == (object ? END_OBJECT : END_ARRAY);
    }

    @Override
    int afterEnd(int at, long left) {
        return at + 1;
    }

    @Override
    int name(int at) {
        int head = head(at);
        int after;
        if (head == 0x20) {
            after = ascii(at + 1, at + 1);
        } else if (head == 0x34) {
            after = unicode(at + 1, endOfText(at + 1)) + 1;
        } else if (head >= 0x80 && head < 0xC0) {
            after = ascii(at + 1, at + 1 + (head - 0x80) + 1);
        } else if (head >= 0xC0 && head < 0xF8) {
            after = unicode(at + 1, at + 1 + (head - 0xC0) + 2);
        } else if (head >= 0x30 && head < 0x34 || head >= 0x40 && head < 0x80) {
            throw reference("a name", at);
        } else {
            throw malformed("expected a member's name", at);
        }
        checkNameLength(at);
        return after;
    }
}
