package dev.parley.framing;

import java.util.Arrays;

/** The brackets that are open, one bit each, so that deep nesting costs next to nothing. */
final class OpenBrackets {
    private long[] curly = new long[1];
    private int depth;

    int depth() {
        return depth;
    }

    void open(byte bracket) {
        int word = depth >>> 6;
        if (word == curly.length) {
            curly = Arrays.copyOf(curly, 2 * word);
        }
        long bit = 1L << depth;
        curly[word] = bracket == '{' ? curly[word] | bit : curly[word] & ~bit;
        depth++;
    }

    /** The closing bracket that the innermost open one waits for; there has to be one. */
    byte expected() {
        int top = depth - 1;
        return (curly[top >>> 6] & 1L << top) != 0 ? (byte) '}' : (byte) ']';
    }

    void close() {
        depth--;
    }

    void clear() {
        depth = 0;
    }
}
