package dev.parley.serializer;

import java.io.Serial;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that cannot be read as the type that was expected. Its text may be shown to the peer: it names place,
 * expectation and finding, and nothing of our insides.
 */
public final class ValueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MAX_FOUND = 40;
    /** Control characters, line and paragraph separators, and those that turn the direction of the text around. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

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
     * forge lines of a log, or worse on a terminal.
     */
    public static String cut(String text) {
        boolean tooLong = text.length() > MAX_FOUND;
        String kept = tooLong ? text.substring(0, MAX_FOUND) + "…" : text;
        return UNPRINTABLE.matcher(kept).replaceAll("\uFFFD");
    }

    /**
     * A peer's text as people and logs may see it, on one line: control characters are escaped as in JSON.
     *
     * @return the text itself if nothing in it needs escaping
     */
    public static String printable(String text) {
        Matcher unprintable = UNPRINTABLE.matcher(text);
        return unprintable.find()
                ? unprintable.replaceAll(
                        found -> Matcher.quoteReplacement(escape(found.group().charAt(0))))
                : text;
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
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
        return printable(pointer.isEmpty() ? problem() : pointer + ": " + problem());
    }
}
