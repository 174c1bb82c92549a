package dev.parley.message;

/**
 * Where one member's value lies in a frame, and what kind it is. It changes as the reader moves on, because envelopes are
 * recycled.
 *
 * <p>The range counts in the frame's array and holds the whole value, a string's quotes (or other marks of the
 * serializer) included; only the method's is the name alone.
 */
public final class Part {
    /** The end of a range that has not been read to its end yet; see {@code MessageReader.next}. */
    public static final int OPEN = -1;

    private static final ValueKind[] KINDS = ValueKind.values();

    /** The kind's ordinal: storing a reference into an object this old would cost more than finding it again. */
    private int kind = ValueKind.ABSENT.ordinal();

    private int from;
    private int to;

    Part() {}

    void set(ValueKind kind, int from, int to) {
        this.kind = kind.ordinal();
        this.from = from;
        this.to = to;
    }

    void clear() {
        kind = ValueKind.ABSENT.ordinal();
        from = 0;
        to = 0;
    }

    /** The kind; {@link ValueKind#ABSENT} when the message lacks the member. */
    public ValueKind kind() {
        return KINDS[kind];
    }

    /** Index of the value's first byte. */
    public int from() {
        return from;
    }

    /** Index after the value's last byte, or {@link #OPEN}. */
    public int to() {
        return to;
    }

    /** Whether the message has the member, be it null. */
    public boolean isPresent() {
        return kind != ValueKind.ABSENT.ordinal();
    }

    /** Whether the message has the member, and it is not null. */
    public boolean isNotNull() {
        return isPresent() && kind != ValueKind.NULL.ordinal();
    }
}
