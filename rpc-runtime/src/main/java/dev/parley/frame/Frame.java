package dev.parley.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of one message, without what a framing puts around them.
 *
 * <p>A frame is either <em>on loan</em> or <em>kept</em>. A frame on loan shares its array with whoever handed it out
 * and may be read only until the call that received it returns; {@link #keep()} copies what must live longer. A kept
 * frame's bytes never change. Frames are safe to share between threads once they are kept.
 *
 * <p>The range is {@code bytes()[from()] … bytes()[to() - 1]}; the rest of the array is not the reader's business.
 */
public final class Frame {
    private final byte[] bytes;
    private final int from;
    private final int to;
    private final boolean kept;

    private Frame(byte[] bytes, int from, int to, boolean kept) {
        if (from < 0 || to < from || to > bytes.length) {
            throw new IndexOutOfBoundsException("range " + from + " to " + to + " of " + bytes.length + " bytes");
        }
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.kept = kept;
    }

    /** A frame over bytes that the caller promises not to change any more. */
    public static Frame kept(byte[] bytes) {
        return new Frame(bytes, 0, bytes.length, true);
    }

    /** A frame over a part of an array that will be used for something else once the receiver returns. */
    public static Frame onLoan(byte[] bytes, int from, int to) {
        return new Frame(bytes, from, to, false);
    }

    /** A kept frame with the UTF-8 bytes of a text. */
    public static Frame utf8(String text) {
        return kept(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The array that holds the frame; read it between {@link #from()} and {@link #to()} only, and never write it. */
    public byte[] bytes() {
        return bytes;
    }

    /** Index of the first byte. */
    public int from() {
        return from;
    }

    /** Index after the last byte. */
    public int to() {
        return to;
    }

    /** Number of bytes. */
    public int length() {
        return to - from;
    }

    /** Whether the bytes stay as they are for as long as anybody holds this frame. */
    public boolean isKept() {
        return kept;
    }

    /** This frame if it is kept already, else a kept copy of it, whose range starts at index 0. */
    public Frame keep() {
        return kept ? this : kept(toByteArray());
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** The bytes read as UTF-8, for logs and tests; what is no UTF-8 comes out as U+FFFD. */
    public String toText() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Says how long the frame is, never what it holds: it may hold a secret. */
    @Override
    public String toString() {
        return "Frame[" + length() + " bytes" + (kept ? "" : ", on loan") + "]";
    }
}
