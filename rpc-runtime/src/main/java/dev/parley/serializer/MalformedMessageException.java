package dev.parley.serializer;

import java.io.Serial;

/** Bytes that are no well-formed message, or exceed a limit of the reader. */
public final class MalformedMessageException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * @param problem what is wrong, in words fit for a peer
     * @param offset where, in bytes from the start of the frame
     */
    public MalformedMessageException(String problem, int offset) {
        super(problem + " at byte " + offset, null, false, false);
        this.offset = offset;
    }

    /** Where, in bytes from the start of the frame. */
    public int offset() {
        return offset;
    }
}
