package dev.parley.serializer.json;

import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;

/** Puts numbers into bytes. */
final class NumberText {
    /** The most bytes that {@link #put(byte[], int, long)} writes. */
    static final int MAX_LONG = 20;

    /** The digits of 0 to 99: a division for each two digits is enough. */
    private static final byte[] TENS = digits(pair -> pair / 10);

    private static final byte[] ONES = digits(pair -> pair % 10);

    /** The powers of ten that a long holds: the least numbers of 1, 2, 3, … digits, but for the first. */
    private static final long[] POWERS =
            LongStream.iterate(1, power -> power * 10).limit(19).toArray();

    private NumberText() {}

    /** Puts an integer; returns the index after it. */
    static int put(byte[] bytes, int at, long value) {
        if (value >= 0) {
            return putDigits(bytes, at, value);
        }
        bytes[at] = '-';
        if (value == Long.MIN_VALUE) {
            // Has no positive counterpart: its last digit goes apart.
            int next = putDigits(bytes, at + 1, -(value / 10));
            bytes[next] = '8';
            return next + 1;
        }
        return putDigits(bytes, at + 1, -value);
    }

    /** Puts a number that is not negative. */
    static int putDigits(byte[] bytes, int at, long value) {
        int end = at + length(value);
        int i = end;
        long rest = value;
        while (rest >= Integer.MAX_VALUE) {
            bytes[--i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        // The same with the faster division of 32 bits.
        int small = (int) rest;
        while (small >= 100) {
            int pair = small % 100;
            small /= 100;
            bytes[--i] = ONES[pair];
            bytes[--i] = TENS[pair];
        }
        bytes[--i] = ONES[small];
        if (small >= 10) {
            bytes[--i] = TENS[small];
        }
        return end;
    }

    private static byte[] digits(IntUnaryOperator digit) {
        byte[] digits = new byte[100];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = (byte) ('0' + digit.applyAsInt(i));
        }
        return digits;
    }

    static int length(long value) {
        // A bit is worth 1233/4096 of a digit; that guess is at most one too small.
        int atLeast = (Long.SIZE - Long.numberOfLeadingZeros(value)) * 1233 >>> 12;
        return atLeast < POWERS.length && value >= POWERS[atLeast] ? atLeast + 1 : Math.max(1, atLeast);
    }
}
