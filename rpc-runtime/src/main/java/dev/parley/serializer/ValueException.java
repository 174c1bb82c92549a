package dev.parley.serializer;

import java.io.Serial;

/**
 * A value that can't be read as the type that was expected. Its text is fit for a peer: it names place, expectation
 * and finding, and nothing of our insides.
 */
public final class ValueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer where, as a JSON pointer (RFC 6901) from the value that was being read; {@code ""} is that itself
     * @param problem what is wrong, in words: {@code "expected a string, found a number"}
     */
    public ValueException(String pointer, String problem) {
        super(problem, null, false, false);
        this.pointer = pointer;
    }

    /** Where, as a JSON pointer from the value that was being read. */
    public String pointer() {
        return pointer;
    }

    /** What is wrong, in words, without the place. */
    public String problem() {
        return String.valueOf(super.getMessage());
    }

    /** Place and problem. */
    @Override
    public String getMessage() {
        return pointer.isEmpty() ? problem() : pointer + ": " + problem();
    }
}
