package dev.parley.serializer;

import java.io.Serial;
import java.util.regex.Pattern;

/**
 * A value that can't be read as the type that was expected. Its text is fit for a peer: it names place, expectation
 * and finding, and nothing of our insides.
 */
public final class ValueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_FOUND = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final String FOUND = ", found ";

    private final String pointer;

    /**
     * @param pointer where, as a JSON pointer (RFC 6901) from the value that was being read; {@code ""} is that itself
     * @param problem what is wrong, in words: {@code "expected a string, found a number"}
     */
    public ValueException(String pointer, String problem) {
        super(problem, null, false, false);
        this.pointer = pointer;
    }

    /** The exception that says what was expected and what was found, both in words. */
    public static ValueException of(String pointer, String expected, String found) {
        return new ValueException(pointer, "expected " + expected + FOUND + found);
    }

    /** The same finding in the same place, where something narrower was expected than the reader knew. */
    public ValueException expecting(String expected) {
        String problem = problem();
        int found = problem.indexOf(FOUND);
        return found < 0 ? this : of(pointer, expected, problem.substring(found + FOUND.length()));
    }

    /**
     * A peer's text, made fit for an error message: at most 40 characters of it, and no control characters, which could
     * forge lines of a log.
     */
    public static String cut(String text) {
        boolean tooLong = text.length() > MAX_FOUND;
        String kept = tooLong ? text.substring(0, MAX_FOUND) + "…" : text;
        return CONTROL.matcher(kept).replaceAll("\uFFFD");
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
