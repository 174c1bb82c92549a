package dev.parley.serializer.binary;

import dev.parley.message.ValueKind;
import dev.parley.serializer.MalformedMessageException;
import dev.parley.serializer.ReadLimits;
import java.nio.charset.StandardCharsets;

/**
 * Walks over the values of a frame in a binary format, and checks them, before Jackson sees any: each length lies inside
 * the frame, so that none can make Jackson reserve memory; text is UTF-8; nothing refers to another place of the frame,
 * so that each value can be read by itself. Indexes count in the frame's array.
 */
abstract class BinaryScanner {
    /** The most bytes that a byte of a big integer stands for: 1,000 digits take 416 bytes. */
    private static final double DIGITS_PER_BYTE = 2.405;

    final byte[] bytes;
    final int start;
    final int end;
    final ReadLimits limits;
    /** How many further values may be passed over. */
    private int valuesLeft;

    /** After {@link #name} or {@link #value} of a text: where its bytes lie, if {@link #plain}. */
    int textFrom;

    int textTo;
    /** Whether the last name or value was a text in one piece. */
    boolean plain;

    BinaryScanner(byte[] bytes, int start, int end, ReadLimits limits) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.limits = limits;
        countAfresh();
    }

    /** Counts values from here: those that were counted are about to be read again. */
    final void countAfresh() {
        valuesLeft = limits.values();
    }

    /** Counts one value, which starts at an index. */
    final void countValue(int at) {
        if (--valuesLeft < 0) {
            throw malformed("more than " + limits.values() + " values", at);
        }
    }

    /** Where the frame's value starts, after what the format puts before it. */
    abstract int first();

    /** Checks that nothing follows a frame's value. */
    abstract void nothing(int at);

    /**
     * Passes over one value, checking all of it.
     *
     * @param depth how many containers are around it
     * @return the index after it
     */
    abstract int value(int at, int depth);

    /** Whether an object starts at an index, told by its first byte. */
    abstract boolean startsObject(int at);

    /** The kind of a value that was checked. */
    abstract ValueKind kind(int at);

    /** Whether a checked value is an integer of at most 64 bits in the format's usual form. */
    abstract boolean isInteger(int at);

    /** That integer. */
    abstract long integer(int at);

    /** How many children the array or object has that starts at an index; -1 when a mark ends it. */
    abstract long count(int at);

    /** Where the first child of an array or object stands, or its end. */
    abstract int inside(int at);

    /** Whether a container with so many children left ends at an index. */
    abstract boolean isEnd(int at, long left, boolean object);

    /** The index after a container's end. */
    abstract int afterEnd(int at, long left);

    /** Passes over a member's name, and returns the index of its value. */
    abstract int name(int at);

    /** The text that was passed over last, which lies in one piece. */
    final String text() {
        return new String(bytes, textFrom, textTo - textFrom, StandardCharsets.UTF_8);
    }

    /** Passes over the children of an array or object. */
    final int children(int at, boolean object, int depth) {
        checkDepth(at, depth);
        long left = count(at);
        int i = inside(at);
        while (!isEnd(i, left, object)) {
            countValue(i);
            i = value(object ? name(i) : i, depth + 1);
            left--;
        }
        return afterEnd(i, left);
    }

    /** Refuses a container with as many around it as there may be. */
    final void checkDepth(int at, int depth) {
        if (depth >= limits.depth()) {
            throw malformed("nested deeper than " + limits.depth() + " levels", at);
        }
    }

    final int head(int at) {
        if (at >= end) {
            throw truncated();
        }
        return bytes[at] & 0xFF;
    }

    /** The index after so many further bytes. */
    final int advance(int at, long length) {
        if (length < 0 || length > end - at) {
            throw truncated();
        }
        return at + (int) length;
    }

    final void checkText(int from, int to) {
        int wrong = Utf8.wellFormedEnd(bytes, from, to);
        if (wrong < to) {
            throw malformed("not UTF-8", wrong);
        }
        textFrom = from;
        textTo = to;
        plain = true;
    }

    /** Checks the name that was passed over last. */
    final void checkNameLength(int at) {
        if (textTo - textFrom > limits.nameLength()) {
            throw malformed("name longer than " + limits.nameLength() + " bytes", at);
        }
    }

    final void checkBigLength(int at, long length) {
        if (length < 0 || length * DIGITS_PER_BYTE > limits.numberLength() + 1) {
            throw malformed("number longer than " + limits.numberLength() + " characters", at);
        }
    }

    final MalformedMessageException truncated() {
        return malformed("expected more, found the end", end);
    }

    final MalformedMessageException malformed(String problem, int at) {
        return new MalformedMessageException(problem, at - start);
    }
}
