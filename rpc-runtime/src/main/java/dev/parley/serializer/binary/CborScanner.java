package dev.parley.serializer.binary;

import dev.parley.message.ValueKind;
import dev.parley.serializer.ReadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** CBOR (RFC 8949), as far as JSON has kinds for its values: names are text, and there are no simple values of one's own. */
final class CborScanner extends BinaryScanner {
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int BREAK = 0xFF;
    private static final int INDEFINITE = 31;

    private static final int POSITIVE_BIGNUM = 2;
    private static final int NEGATIVE_BIGNUM = 3;
    private static final int DECIMAL_FRACTION = 4;
    /** Tags that say "see there", in order: string references, and shared values. */
    private static final int[] REFERENCES = {25, 28, 29, 256};

    private static final int MAX_TAGS = 8;

    /** After {@link #argument}: the index behind it. */
    private int next;

    /** After {@link #untagged}: the last tag before the value, or -1. */
    private long lastTag;

    CborScanner(byte[] bytes, int start, int end, ReadLimits limits) {
        super(bytes, start, end, limits);
    }

    @Override
    int first() {
        return start;
    }

    @Override
    void nothing(int at) {
        if (at < end) {
            throw malformed("expected the end", at);
        }
    }

    @Override
    int value(int from, int depth) {
        plain = false;
        int at = from;
        int tag = -1;
        for (int tags = 1; head(at) >> 5 == TAG; tags++) {
            if (isNumber(tag)) {
                // Jackson takes it for a number whichever of the tags says so.
                throw malformed("a tag between the tag " + tag + " and its value", at);
            }
            tag = tag(at, tags);
            at = next;
        }
        if (tag == POSITIVE_BIGNUM || tag == NEGATIVE_BIGNUM) {
            return bignum(at);
        }
        if (tag == DECIMAL_FRACTION) {
            return decimalFraction(at);
        }
        return switch (head(at) >> 5) {
            case BYTES, TEXT -> string(at);
            case ARRAY -> children(at, false, depth);
            case MAP -> children(at, true, depth);
            case 0, 1 -> {
                argument(at);
                yield next;
            }
            default -> simple(at);
        };
    }

    private static boolean isNumber(int tag) {
        return tag == POSITIVE_BIGNUM || tag == NEGATIVE_BIGNUM || tag == DECIMAL_FRACTION;
    }

    private int tag(int at, int tags) {
        if (tags > MAX_TAGS) {
            throw malformed("more than " + MAX_TAGS + " tags on one value", at);
        }
        long tag = argument(at);
        if (tag < 0 || tag > Integer.MAX_VALUE) {
            throw malformed("a tag of more than 31 bits", at);
        }
        if (Arrays.binarySearch(REFERENCES, (int) tag) >= 0) {
            throw malformed("the tag " + tag + ", which refers to another value", at);
        }
        return (int) tag;
    }

    /** A big integer's bytes, after its tag. */
    private int bignum(int at) {
        if (head(at) >> 5 != BYTES || isIndefinite(at)) {
            throw malformed("expected the byte string of a big integer", at);
        }
        long length = argument(at);
        checkBigLength(at, length);
        return advance(next, length);
    }

    /** A decimal fraction's exponent and mantissa, after its tag. */
    private int decimalFraction(int at) {
        if (head(at) != (ARRAY << 5 | 2)) {
            throw malformed("expected the array of a decimal fraction's exponent and mantissa", at);
        }
        long exponent = head(at + 1) >> 5 <= 1 ? argument(at + 1) : -1;
        if (exponent < 0 || exponent >= Integer.MAX_VALUE) {
            throw malformed("expected an exponent of 32 bits", at + 1);
        }
        int mantissa = next;
        if (head(mantissa) >> 5 <= 1) {
            argument(mantissa);
            return next;
        }
        int head = head(mantissa);
        if (head != (TAG << 5 | POSITIVE_BIGNUM) && head != (TAG << 5 | NEGATIVE_BIGNUM)) {
            throw malformed("expected an integer as mantissa", mantissa);
        }
        return bignum(mantissa + 1);
    }

    private int string(int at) {
        if (isIndefinite(at)) {
            return chunks(at);
        }
        long length = argument(at);
        int from = next;
        int to = advance(from, length);
        if (head(at) >> 5 == TEXT) {
            checkText(from, to);
        }
        return to;
    }

    /** A string in pieces, each a string of the same kind. */
    private int chunks(int at) {
        int major = head(at) >> 5;
        int i = at + 1;
        while (head(i) != BREAK) {
            if (head(i) >> 5 != major || isIndefinite(i)) {
                throw malformed("expected a piece of the string", i);
            }
            i = string(i);
        }
        plain = false;
        return i + 1;
    }

    private int simple(int at) {
        int info = head(at) & 0x1F;
        if (info == INDEFINITE) {
            throw malformed("expected a value, found an end", at);
        }
        if (info < 20 || info == 24 || info > 27) {
            throw malformed("a simple value that JSON has no kind for", at);
        }
        argument(at);
        return next;
    }

    private boolean isIndefinite(int at) {
        return (bytes[at] & 0x1F) == INDEFINITE;
    }

    /** The number in an item's head: a value, a length, a count, a tag; beyond 63 bits it is negative. */
    private long argument(int at) {
        int info = head(at) & 0x1F;
        if (info < 24) {
            next = at + 1;
            return info;
        }
        if (info > 27) {
            throw malformed("a head that CBOR has no meaning for", at);
        }
        int size = 1 << info - 24;
        next = advance(at + 1, size);
        long value = 0;
        for (int i = at + 1; i < next; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return value;
    }

    /** The index of a checked value behind its tags; the last of these is kept. */
    private int untagged(int from) {
        int at = from;
        lastTag = -1;
        while (head(at) >> 5 == TAG) {
            lastTag = argument(at);
            at = next;
        }
        return at;
    }

    @Override
    boolean startsObject(int at) {
        return head(at) >> 5 == MAP;
    }

    @Override
    ValueKind kind(int from) {
        int at = untagged(from);
        return switch (head(at) >> 5) {
            case 0, 1 -> ValueKind.NUMBER;
            case BYTES ->
                lastTag == POSITIVE_BIGNUM || lastTag == NEGATIVE_BIGNUM ? ValueKind.NUMBER : ValueKind.STRING;
            case TEXT -> ValueKind.STRING;
            case ARRAY -> lastTag == DECIMAL_FRACTION ? ValueKind.NUMBER : ValueKind.ARRAY;
            case MAP -> ValueKind.OBJECT;
            default ->
                switch (head(at) & 0x1F) {
                    case 20, 21 -> ValueKind.BOOLEAN;
                    case 22, 23 -> ValueKind.NULL;
                    default -> isFinite(at) ? ValueKind.NUMBER : ValueKind.STRING;
                };
        };
    }

    private boolean isFinite(int at) {
        long bits = argument(at);
        return switch (head(at) & 0x1F) {
            case 25 -> (bits & 0x7C00) != 0x7C00;
            case 26 -> Float.isFinite(Float.intBitsToFloat((int) bits));
            default -> Double.isFinite(Double.longBitsToDouble(bits));
        };
    }

    @Override
    boolean isInteger(int at) {
        return head(at) >> 5 <= 1 && argument(at) >= 0;
    }

    @Override
    long integer(int at) {
        long argument = argument(at);
        return head(at) >> 5 == 0 ? argument : -1 - argument;
    }

    @Override
    long count(int from) {
        int at = untagged(from);
        if (isIndefinite(at)) {
            return -1;
        }
        long count = argument(at);
        if (count < 0 || count > end - next) {
            throw truncated();
        }
        return count;
    }

    @Override
    int inside(int from) {
        int at = untagged(from);
        if (isIndefinite(at)) {
            return at + 1;
        }
        argument(at);
        return next;
    }

    @Override
    boolean isEnd(int at, long left, boolean object) {
        return left == 0 || left < 0 && head(at) == BREAK;
    }

    @Override
    int afterEnd(int at, long left) {
        return left == 0 ? at : at + 1;
    }

    @Override
    int name(int at) {
        if (head(at) >> 5 != TEXT || isIndefinite(at)) {
            throw malformed("expected a text in one piece as a member's name", at);
        }
        int after = string(at);
        checkNameLength(at);
        return after;
    }

    /** A checked integer of any size. Jackson takes a positive one whose first bit is set for a negative one. */
    static BigInteger bigInteger(byte[] bytes, int at) {
        CborScanner scanner = new CborScanner(bytes, 0, bytes.length, ReadLimits.DEFAULT);
        return scanner.bigInteger(scanner.untagged(at));
    }

    private BigInteger bigInteger(int at) {
        long argument = argument(at);
        int major = head(at) >> 5;
        boolean tagged = major == BYTES;
        BigInteger magnitude = tagged
                ? new BigInteger(1, bytes, next, (int) argument)
                : new BigInteger(Long.toUnsignedString(argument));
        boolean negative = tagged ? lastTag == NEGATIVE_BIGNUM : major == 1;
        return negative ? magnitude.not() : magnitude;
    }

    /** A checked decimal fraction. */
    static BigDecimal decimal(byte[] bytes, int at) {
        CborScanner scanner = new CborScanner(bytes, 0, bytes.length, ReadLimits.DEFAULT);
        int exponent = scanner.inside(at);
        int scale = -(int) scanner.integer(exponent);
        int mantissa = scanner.untagged(scanner.next);
        return new BigDecimal(scanner.bigInteger(mantissa), scale);
    }
}
