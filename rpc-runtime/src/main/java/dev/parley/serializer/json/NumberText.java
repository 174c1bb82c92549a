package dev.parley.serializer.json;

/** Puts numbers into bytes. */
final class NumberText {
    /** The most bytes that {@link #put(byte[], int, long)} writes. */
    static final int MAX_LONG = 20;

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
        do {
            bytes[--i] = (byte) ('0' + small % 10);
            small /= 10;
        } while (small != 0);
        return end;
    }

    static int length(long value) {
        int length = 1;
        long limit = 10;
        while (length < 19 && value >= limit) {
            length++;
            limit *= 10;
        }
        return length;
    }
}
