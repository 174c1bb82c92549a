package dev.parley.serializer.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What numbers in JSON's grammar are worth. */
final class NumberScan {
    /** The powers of ten that a double holds exactly. */
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int EXACT_DIGITS = 15;
    private static final long ZEROS = 0x3030303030303030L;

    private NumberScan() {}

    /** How many of eight characters, of which the first is the lowest byte, are digits before any other. */
    static int digitCount(long eight) {
        long digits = eight ^ ZEROS;
        // Of a digit, 0 to 9, adding 0x76 leaves the high bit alone.
        long others = (digits + 0x7676767676767676L | digits) & 0x8080808080808080L;
        return Long.numberOfTrailingZeros(others) >>> 3;
    }

    /** Whether the digits that come first are a whole number of less than eight digits, as JSON has it. */
    static boolean isPlain(long eight, int count) {
        if (count == 0 || count == Long.BYTES || count > 1 && (byte) eight == '0') {
            return false;
        }
        int next = (int) (eight >>> count * Byte.SIZE) & 0xFF;
        return next != '.' && (next | 0x20) != 'e';
    }

    /** The number that the first {@code count} of eight characters are, one at least. Digits are added up in pairs, fours and eights. */
    static long digits(long eight, int count) {
        long digits = (eight ^ ZEROS) << (Long.BYTES - count) * Byte.SIZE;
        long pairs = digits * 10 + (digits >>> 8);
        long odd = (pairs & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
        long even = (pairs >>> 16 & 0x000000FF000000FFL) * (1 + (10_000L << 32));
        return odd + even >>> 32;
    }

    /**
     * The nearest double. Up to 15 digits and a power of ten up to 22 are both exact as doubles, so that one
     * multiplication or division rounds once, as it should; all else goes the long way.
     */
    static double toDouble(byte[] bytes, int from, int to) {
        int i = bytes[from] == '-' ? from + 1 : from;
        long digits = 0;
        int count = 0;
        int scale = 0;
        boolean fraction = false;
        for (; i < to; i++) {
            byte c = bytes[i];
            if (c == '.') {
                fraction = true;
            } else if (!JsonScanner.isDigit(c)) {
                return parseDouble(bytes, from, to);
            } else {
                digits = digits * 10 + (c - '0');
                count++;
                scale += fraction ? 1 : 0;
            }
        }
        if (count > EXACT_DIGITS) {
            return parseDouble(bytes, from, to);
        }
        double value = digits / TENS[scale];
        return bytes[from] == '-' ? -value : value;
    }

    private static double parseDouble(byte[] bytes, int from, int to) {
        return Double.parseDouble(text(bytes, from, to));
    }

    /** The number exactly, or null if its digits, written without exponent, would be more than the limit. */
    static @Nullable BigDecimal toBigDecimal(String text, int limit) {
        try {
            BigDecimal value = new BigDecimal(text);
            long digits = Math.max(value.precision() - (long) value.scale(), value.scale());
            return digits <= limit ? value : null;
        } catch (NumberFormatException exponentTooLarge) {
            return null;
        }
    }

    /** The number as a long if it is one, however it is written, else null. */
    static @Nullable Long toLong(byte[] bytes, int from, int to) {
        if (isZero(bytes, from, to)) {
            return 0L;
        }
        try {
            return new BigDecimal(text(bytes, from, to)).longValueExact();
        } catch (ArithmeticException | NumberFormatException noLong) {
            return null;
        }
    }

    /** A zero is one whatever its exponent, even one too large for any other number. */
    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to && (bytes[i] | 0x20) != 'e'; i++) {
            if (bytes[i] >= '1') {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
