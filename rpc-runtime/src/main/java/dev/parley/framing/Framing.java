package dev.parley.framing;

/**
 * How one frame is told from the next on a stream of bytes. Immutable; whatever one connection remembers is in its
 * {@link FramingSession}. The framings that come with Parley are in {@link Framings}; a framing of your own is given to a
 * transport in its options.
 */
public interface Framing {
    /** The name in {@code ?framing=…}: {@code line}, {@code json}, {@code length}. */
    String name();

    /** Whether a frame may hold any bytes, as binary serializers write them; else it holds text. */
    default boolean takesAnyBytes() {
        return false;
    }

    /**
     * What one connection does about frames.
     *
     * @param maxFrame how many bytes a received frame may have
     * @param maxDepth how deep a framing that follows brackets lets them nest
     */
    FramingSession session(int maxFrame, int maxDepth);
}
