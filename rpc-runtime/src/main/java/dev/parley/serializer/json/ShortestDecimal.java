package dev.parley.serializer.json;

import java.math.BigInteger;

/**
 * Puts a floating-point number into bytes as the shortest decimal that reads back as the same number, in the form of
 * {@link Double#toString(double)}.
 *
 * <p>Since Java 19 {@code toString} gives the shortest decimal itself; before, it now and then adds digits, so that one
 * value would have two texts. The method is that of Raffaello Giulietti, "The Schubfach way to render doubles" (2020):
 * of all decimals in the interval that rounds to the number, take one of fewest digits, and of these the closest.
 */
final class ShortestDecimal {
    /** The most bytes that are put: a sign, 17 digits, point, zeros or exponent. */
    static final int MAX_BYTES = 26;

    private static final int K_MIN = -324;
    private static final int K_MAX = 292;
    /** For each k, 126 bits of the power 10^-k, rounded up: 63 in each array. */
    private static final long[] HIGH = new long[K_MAX - K_MIN + 1];

    private static final long[] LOW = new long[K_MAX - K_MIN + 1];
    private static final long MASK_63 = Long.MAX_VALUE;

    static {
        for (int k = K_MIN; k <= K_MAX; k++) {
            int shift = 125 - floorLog2OfPow10(-k);
            BigInteger power = BigInteger.TEN.pow(Math.abs(k));
            BigInteger bits = k > 0 ? BigInteger.ONE.shiftLeft(shift).divide(power) : power.shiftLeft(shift);
            bits = bits.add(BigInteger.ONE);
            HIGH[k - K_MIN] = bits.shiftRight(63).longValueExact();
            LOW[k - K_MIN] = bits.longValue() & MASK_63;
        }
    }

    /** The two formats: how many bits the significand has without the hidden one, and the least exponent. */
    private enum Format {
        DOUBLE(52, -1074, 3),
        FLOAT(23, -149, 8);

        final int bits;
        final int minExponent;
        final long hiddenBit;
        /** Subnormals below it have fewer digits than two, and are scaled by ten to get a choice. */
        final int tiny;

        Format(int bits, int minExponent, int tiny) {
            this.bits = bits;
            this.minExponent = minExponent;
            this.hiddenBit = 1L << bits;
            this.tiny = tiny;
        }
    }

    private ShortestDecimal() {}

    /** Puts a finite number; returns the index after it. */
    static int put(byte[] bytes, int at, double value) {
        return put(bytes, at, Double.doubleToRawLongBits(value), 11, Format.DOUBLE);
    }

    /** Puts a finite number; returns the index after it. */
    static int put(byte[] bytes, int at, float value) {
        return put(bytes, at, Float.floatToRawIntBits(value) & 0xFFFFFFFFL, 8, Format.FLOAT);
    }

    private static int put(byte[] bytes, int at, long raw, int exponentBits, Format format) {
        int to = at;
        if ((raw >>> format.bits + exponentBits) != 0) {
            bytes[to++] = '-';
        }
        long fraction = raw & format.hiddenBit - 1;
        int biased = (int) (raw >>> format.bits) & (1 << exponentBits) - 1;
        if (biased == 0) {
            if (fraction == 0) {
                return putPlain(bytes, to, 0, 1, 1);
            }
            return fraction < format.tiny
                    ? putShortest(bytes, to, format.minExponent, 10 * fraction, -1, format)
                    : putShortest(bytes, to, format.minExponent, fraction, 0, format);
        }
        long significand = format.hiddenBit | fraction;
        int exponent = format.minExponent + biased - 1;
        if (exponent < 0 && exponent >= -format.bits) {
            long integer = significand >> -exponent;
            if (integer << -exponent == significand) {
                return putDecimal(bytes, to, integer, 0);
            }
        }
        return putShortest(bytes, to, exponent, significand, 0, format);
    }

    /** Puts significand * 2^exponent * 10^scale. */
    private static int putShortest(byte[] bytes, int at, int exponent, long significand, int scale, Format format) {
        long odd = significand & 1;
        // The number and the ends of its rounding interval, times four, so that the ends are integers. Below a power of
        // two the next number is only half as far away.
        long middle = significand << 2;
        long upper = middle + 2;
        boolean regular = significand != format.hiddenBit || exponent == format.minExponent;
        long lower = middle - (regular ? 2 : 1);
        int k = regular ? floorLog10OfPow2(exponent) : floorLog10OfThreeQuartersPow2(exponent);
        int shift = exponent + floorLog2OfPow10(-k) + 2;
        long high = HIGH[k - K_MIN];
        long low = LOW[k - K_MIN];
        long value = scaled(high, low, middle << shift);
        long from = scaled(high, low, lower << shift) + odd;
        long to = scaled(high, low, upper << shift) - odd;

        long below = value >> 2;
        if (below >= 100) {
            // One digit less, if just one such decimal lies in the interval.
            long shorter = below / 10 * 10;
            boolean belowFits = from <= shorter << 2;
            boolean aboveFits = (shorter + 10) << 2 <= to;
            if (belowFits != aboveFits) {
                return putDecimal(bytes, at, belowFits ? shorter : shorter + 10, k + scale);
            }
        }
        long above = below + 1;
        boolean belowFits = from <= below << 2;
        boolean aboveFits = above << 2 <= to;
        if (belowFits != aboveFits) {
            return putDecimal(bytes, at, belowFits ? below : above, k + scale);
        }
        long distance = value - (below + above << 1);
        boolean takeBelow = distance < 0 || distance == 0 && (below & 1) == 0;
        return putDecimal(bytes, at, takeBelow ? below : above, k + scale);
    }

    /** The product with a power of ten, over 2^127; its last bit tells whether anything was cut off. */
    private static long scaled(long high, long low, long factor) {
        long lowProduct = Math.multiplyHigh(low, factor);
        long middle = (high * factor >>> 1) + lowProduct;
        long product = Math.multiplyHigh(high, factor) + (middle >>> 63);
        return product | (middle & MASK_63) + MASK_63 >>> 63;
    }

    /** The integer below log10(2^e); the constant is log10(2) * 2^41. */
    private static int floorLog10OfPow2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    /** The integer below log10(3/4 * 2^e). */
    private static int floorLog10OfThreeQuartersPow2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    /** The integer below log2(10^e); the constant is log2(10) * 2^38. */
    private static int floorLog2OfPow10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** Puts digits * 10^exponent in the form of {@link Double#toString(double)}. */
    private static int putDecimal(byte[] bytes, int at, long digits, int exponent) {
        long kept = digits;
        int shift = exponent;
        while (kept % 10 == 0) {
            kept /= 10;
            shift++;
        }
        int count = NumberText.length(kept);
        int point = count + shift;
        return point > -3 && point <= 7
                ? putPlain(bytes, at, kept, count, point)
                : putScientific(bytes, at, kept, count, point - 1);
    }

    /** Puts digits with the point after the given number of them. */
    private static int putPlain(byte[] bytes, int at, long digits, int count, int point) {
        int to = at;
        if (point <= 0) {
            bytes[to++] = '0';
            bytes[to++] = '.';
            for (int i = point; i < 0; i++) {
                bytes[to++] = '0';
            }
            return NumberText.putDigits(bytes, to, digits);
        }
        int end = NumberText.putDigits(bytes, to, digits);
        if (count > point) {
            System.arraycopy(bytes, to + point, bytes, to + point + 1, count - point);
            bytes[to + point] = '.';
            return end + 1;
        }
        for (int i = count; i < point; i++) {
            bytes[end++] = '0';
        }
        bytes[end] = '.';
        bytes[end + 1] = '0';
        return end + 2;
    }

    private static int putScientific(byte[] bytes, int at, long digits, int count, int exponent) {
        int end = NumberText.putDigits(bytes, at + 1, digits);
        bytes[at] = bytes[at + 1];
        bytes[at + 1] = '.';
        if (count == 1) {
            bytes[end++] = '0';
        }
        bytes[end] = 'E';
        return NumberText.put(bytes, end + 1, exponent);
    }
}
