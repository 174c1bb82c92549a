package dev.parley.serializer.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** Puts numbers into bytes. */
final class NumberText {
    /** The most bytes that {@link #put(byte[], int, long)} writes. */
    static final int MAX_LONG = 20;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The digits of 0 to 99, the first in the lower byte: a division for each two digits is enough, and one store. */
    private static final short[] PAIRS = pairs();

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
            i -= 2;
            SHORT.set(bytes, i, PAIRS[pair]);
        }
        if (small >= 10) {
            SHORT.set(bytes, i - 2, PAIRS[small]);
        } else {
            bytes[i - 1] = (byte) ('0' + small);
        }
        return end;
    }

    private static short[] pairs() {
        short[] pairs = new short[100];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (short) ('0' + i / 10 | '0' + i % 10 << 8);
        }
        return pairs;
    }

    static int length(long value) {
        // A bit is worth 1233/4096 of a digit; that guess is at most one too small.
        int atLeast = (Long.SIZE - Long.numberOfLeadingZeros(value)) * 1233 >>> 12;
        return atLeast < POWERS.length && value >= POWERS[atLeast] ? atLeast + 1 : Math.max(1, atLeast);
    }
}
