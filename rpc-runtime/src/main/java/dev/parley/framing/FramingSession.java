package dev.parley.framing;

/**
 * What one connection does about frames, in both directions; so a framing that detects how its peer marks frames can answer
 * in the same way.
 *
 * <p>One thread at a time reads through {@link #splitter()}, and one at a time writes. A transport may do both on different
 * threads.
 */
public interface FramingSession {
    /** Finds the frames in what the connection receives; always the same object. */
    Splitter splitter();

    /** What is written before a frame of so many bytes; not to be changed. */
    byte[] before(int length);

    /** What is written after a frame; not to be changed. */
    byte[] after();

    /**
     * Whether frames stay apart even when one of them makes no sense. Where only the values themselves tell where one
     * ends, what follows garbage can't be trusted.
     */
    boolean survivesGarbage();
}
