package dev.parley.framing;

/**
 * How one frame is told from the next on a stream of bytes, whatever the cuts between reads. Immutable; what one
 * connection remembers is in its {@link Splitter}.
 */
public interface Framing {
    /** The name in {@code ?framing=…}: {@code line}, {@code json}, {@code length}. */
    String name();

    /**
     * Whether frames stay apart even when one of them makes no sense. Where only the values themselves tell where one
     * ends, what follows garbage can't be trusted.
     */
    boolean survivesGarbage();

    /** Whether a frame may hold any bytes, as binary serializers write them; else it holds text. */
    default boolean takesAnyBytes() {
        return false;
    }

    /** A splitter for one connection. */
    Splitter splitter(int maxFrame, int maxDepth);

    /** What is written before a frame of so many bytes; not to be changed. */
    byte[] before(int length);

    /** What is written after a frame; not to be changed. */
    byte[] after();

    /** Finds frames in what one connection received. For one thread. */
    interface Splitter {
        /**
         * Looks for the next frame in {@code bytes[start] … bytes[end - 1]}, the bytes not yet consumed. Called again
         * with the same bytes and more behind them (perhaps in another array), it goes on where it stopped; it never
         * looks at a byte twice for no reason.
         *
         * @return whether there is one: then {@link #frameFrom()}, {@link #frameTo()} and {@link #next()} say where; if not,
         *     {@link #next()} says from where on the bytes have to be kept for the next call
         * @throws UnreadableException when these bytes will never be a frame; {@link #goesOn()} says what now
         */
        boolean find(byte[] bytes, int start, int end) throws UnreadableException;

        /**
         * The same at the end of the input, where a frame may end without its mark.
         *
         * @return whether the bytes left are a frame; false also when there are none but white space
         * @throws UnreadableException when the bytes left are a part of a frame
         */
        boolean findLast(byte[] bytes, int start, int end) throws UnreadableException;

        /** Where the found frame starts. */
        int frameFrom();

        /** Where the found frame ends. */
        int frameTo();

        /**
         * Where the bytes not yet consumed start: behind the found frame; behind the garbage, if {@link #goesOn()}; where there
         * is no frame yet, behind white space and what is left out of a frame that was too large. The next call starts there.
         */
        int next();

        /**
         * Whether the frame that was found is only likely to be one, as a line is that a peer sent whose messages have all
         * been lines. Who reads it says whether it was one message ({@link dev.parley.transport.FrameHandler#likelyFrame}).
         */
        default boolean isLikely() {
            return false;
        }

        /**
         * After no frame was found: whether that is only likely, since not all bytes were looked at. When nothing more
         * comes for a while, {@link #lookClosely} is due.
         */
        default boolean isExpecting() {
            return false;
        }

        /**
         * Nobody took the frame that was only likely, or the rest of one does not come: the next call finds for certain
         * what stands from {@link #next()} on, which is where that frame started.
         */
        default void lookClosely() {}

        /** After an {@link UnreadableException}: whether later bytes can still be told apart. */
        boolean goesOn();
    }
}
