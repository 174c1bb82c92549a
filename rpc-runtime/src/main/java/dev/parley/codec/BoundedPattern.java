package dev.parley.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern that is searched in a peer's text, for a limited time only: Java's patterns may take forever. */
final class BoundedPattern {
    private static final long STEPS = 1_000_000;
    private static final long STEPS_PER_CHARACTER = 16;

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static BoundedPattern of(String pattern) {
        return new BoundedPattern(Pattern.compile(withEnd(pattern)));
    }

    /** The same pattern in which no {@code $} matches before a line feed. */
    private static String withEnd(String pattern) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(c).append(pattern.charAt(++i));
                continue;
            }
            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
            out.append(c == '$' && depth == 0 ? "\\z" : String.valueOf(c));
        }
        return out.toString();
    }

    /** Whether it is found; not when that took too long to find out. */
    boolean isIn(String text) {
        Matcher matcher = pattern.matcher(new Steps(text, STEPS + STEPS_PER_CHARACTER * text.length()));
        try {
            return matcher.find();
        } catch (TooManyStepsException | StackOverflowError tooMuch) {
            // Java's patterns recurse for some repetitions; nothing but the search is lost with its stack.
            return false;
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyStepsException() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at: a search looks once for each step. */
    private static final class Steps implements CharSequence {
        private final String text;
        private long left;

        Steps(String text, long left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManyStepsException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
