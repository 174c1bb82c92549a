package dev.parley.framing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches bytes eight at a time. */
final class ByteScan {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEWLINES = ONES * '\n';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    /** With this bit set, both closing brackets are the same byte, and no other byte becomes it. */
    private static final long BRACKET_BIT = ONES * 0x20;

    private static final long CLOSING = ONES * '}';

    private ByteScan() {}

    /** Index of the first newline in the range, or {@code to}. */
    static int newline(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long hits = zeros((long) LONGS.get(bytes, i) ^ NEWLINES);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Index of the first newline or closing bracket in the range, or {@code to}. */
    static int newlineOrClosing(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, i);
            long hits = zeros(eight ^ NEWLINES) | zeros((eight | BRACKET_BIT) ^ CLOSING);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != '\n' && bytes[i] != '}' && bytes[i] != ']') {
            i++;
        }
        return i;
    }

    /** Index of the first quote or backslash in the range, or {@code to}. */
    static int quoteOrBackslash(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) LONGS.get(bytes, i);
            long hits = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** The high bit of each byte that is zero; above the lowest such byte there may be false ones. */
    private static long zeros(long eight) {
        return eight - ONES & ~eight & HIGH_BITS;
    }
}
