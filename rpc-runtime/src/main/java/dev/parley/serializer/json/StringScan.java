package dev.parley.serializer.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The inner loops over a string's bytes: where its plain part ends, whether UTF-8 is right, what it decodes to. */
final class StringScan {
    /** Reads eight bytes at once; the first byte is the lowest, so that counting trailing zeros finds it first. */
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final long BLANKS = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private StringScan() {}

    /**
     * The first index whose byte is a quote, a backslash, a control character or no ASCII; {@code to} if there is none.
     *
     * <p>Subtracting makes a byte's high bit come up exactly where the byte was too small, as far as the lowest such
     * byte is concerned; what is wrong above it, through a borrow, does not matter.
     */
    static int plainEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long word = (long) LONG.get(bytes, i);
            long special =
                    (word | (word - BLANKS) | ((word ^ QUOTES) - ONES) | ((word ^ BACKSLASHES) - ONES)) & HIGH_BITS;
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** How many bytes the well-formed sequence of several bytes at an index has (RFC 3629, section 4); 0 if none is there. */
    static int sequenceLength(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        if (to - at < length) {
            return 0;
        }
        // The second byte's range depends on the first: no overlong forms, no surrogates, nothing above U+10FFFF.
        int second = bytes[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** The text of a string's content that was checked before. */
    static String decode(byte[] bytes, int from, int to, boolean escaped) {
        return escaped ? unescape(bytes, from, to) : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static String unescape(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            int run = i;
            while (i < to && bytes[i] != '\\') {
                i++;
            }
            if (i > run) {
                text.append(new String(bytes, run, i - run, StandardCharsets.UTF_8));
            }
            if (i < to) {
                char c = unescape(bytes, i);
                text.append(c);
                i += bytes[i + 1] == 'u' ? 6 : 2;
            }
        }
        return text.toString();
    }

    private static char unescape(byte[] bytes, int at) {
        byte c = bytes[at + 1];
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' ->
                (char) (hex(bytes[at + 2]) << 12
                        | hex(bytes[at + 3]) << 8
                        | hex(bytes[at + 4]) << 4
                        | hex(bytes[at + 5]));
            default -> (char) c;
        };
    }

    /** The value of a hexadecimal digit, negative for any other byte. */
    static int hex(byte digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        int letter = digit | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
