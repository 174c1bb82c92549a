package dev.parley.serializer.json;

import java.util.Arrays;

/**
 * Bytes that are compared and written again and again, as members' names are. Up to sixteen of them, which most have, are
 * handled as two numbers; the rest, and what stands near the end of an array, goes byte by byte.
 */
final class Literal {
    private static final int QUICK = 2 * Long.BYTES;

    private final byte[] bytes;
    private final int length;
    private final long head;
    private final long tail;
    private final long headMask;
    private final long tailMask;

    Literal(byte[] bytes) {
        this.bytes = bytes;
        length = bytes.length;
        byte[] start = Arrays.copyOf(bytes, QUICK);
        head = (long) StringScan.LONG.get(start, 0);
        tail = (long) StringScan.LONG.get(start, Long.BYTES);
        headMask = mask(bytes.length);
        tailMask = mask(bytes.length - Long.BYTES);
    }

    /** Ones for so many of the lowest bytes. */
    private static long mask(int count) {
        return count >= Long.BYTES ? -1 : count <= 0 ? 0 : (1L << count * Byte.SIZE) - 1;
    }

    int length() {
        return length;
    }

    /** Whether it stands at an index, all of it before the end. */
    boolean isAt(byte[] text, int at, int end) {
        if (at > end - QUICK) {
            return restIsAt(0, text, at, end);
        }
        long different = ((long) StringScan.LONG.get(text, at) ^ head) & headMask
                | ((long) StringScan.LONG.get(text, at + Long.BYTES) ^ tail) & tailMask;
        return different == 0 && (length <= QUICK || restIsAt(QUICK, text, at + QUICK, end));
    }

    private boolean restIsAt(int from, byte[] text, int at, int end) {
        int left = length - from;
        return left <= end - at && Arrays.equals(bytes, from, length, text, at, at + left);
    }

    /** How many bytes of an array {@link #put} may overwrite. */
    int room() {
        return Math.max(QUICK, length);
    }

    /** Puts it at an index, and anything behind it; returns the index after it. */
    int put(byte[] out, int at) {
        if (length > QUICK) {
            System.arraycopy(bytes, 0, out, at, length);
        } else {
            StringScan.LONG.set(out, at, head);
            StringScan.LONG.set(out, at + Long.BYTES, tail);
        }
        return at + length;
    }
}
