package dev.parley.codegen.model;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says a regular expression of schemas (ECMA-262) in Java. {@code $} stays: for the runtime it is the end of the text.
 */
public final class EcmaPattern {
    /** What {@code \s} is there, and more than in Java. */
    private static final String SPACE = "\\t-\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

    private final String pattern;
    private final StringBuilder out = new StringBuilder();
    private boolean known = true;
    private int at;

    private EcmaPattern(String pattern) {
        this.pattern = pattern;
    }

    /** The same in Java; nothing when it is no pattern, or means something that Java's patterns can't say. */
    public static Optional<String> toJava(String pattern) {
        EcmaPattern translation = new EcmaPattern(pattern);
        translation.translate();
        String text = translation.out.toString();
        return translation.known && isPattern(text) ? Optional.of(text) : Optional.empty();
    }

    private static boolean isPattern(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException noPattern) {
            return false;
        }
    }

    private void translate() {
        while (known && at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> characters();
                case '.' -> out.append("[^\\n\\r\\u2028\\u2029]");
                case '(' -> group();
                case '{' -> out.append(isQuantity() ? "{" : "\\{");
                case '*', '+', '?' -> quantifier(c);
                case ']' -> out.append("\\]");
                default -> out.append(c);
            }
        }
    }

    // A plus behind a quantifier is a mistake there, and something else in Java.
    private void quantifier(char c) {
        out.append(c);
        known &= at >= pattern.length() || pattern.charAt(at) != '+';
    }

    private boolean isQuantity() {
        int end = pattern.indexOf('}', at);
        return end > at && pattern.substring(at, end).matches("[0-9]{1,4}(,[0-9]{0,4})?");
    }

    private void group() {
        out.append('(');
        known &= !pattern.startsWith("?", at)
                || pattern.startsWith("?:", at)
                || pattern.startsWith("?=", at)
                || pattern.startsWith("?!", at);
    }

    private void escape(boolean inside) {
        if (at == pattern.length()) {
            known = false;
            return;
        }
        char c = pattern.charAt(at++);
        if (c == 's') {
            out.append(inside ? SPACE : "[" + SPACE + "]");
        } else if (c == 'S' && !inside) {
            out.append("[^").append(SPACE).append(']');
        } else if ("dDwWtnrfv".indexOf(c) >= 0) {
            out.append(c == 'v' ? "\\x0b" : "\\" + c);
        } else if (c == 'x' || c == 'u') {
            code(c == 'x' ? 2 : 4, c);
        } else {
            // Letters and digits mean borders, classes or groups that differ.
            known &= !Character.isLetterOrDigit(c);
            out.append('\\').append(c);
        }
    }

    private void code(int digits, char kind) {
        int end = at + digits;
        known &= end <= pattern.length() && pattern.substring(at, end).matches("[0-9a-fA-F]+");
        if (known) {
            out.append('\\').append(kind).append(pattern, at, end);
            at = end;
        }
    }

    private void characters() {
        boolean negated = pattern.startsWith("^", at);
        at += negated ? 1 : 0;
        if (pattern.startsWith("]", at)) {
            at++;
            out.append(negated ? "[\\x{0}-\\x{10ffff}]" : "(?!)");
            return;
        }
        out.append(negated ? "[^" : "[");
        while (known && at < pattern.length() && pattern.charAt(at) != ']') {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                escape(true);
            } else {
                // Java has sets inside sets, and intersections.
                out.append("[&^".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        known &= at < pattern.length();
        out.append(']');
        at++;
    }
}
