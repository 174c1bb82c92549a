package dev.parley.codegen.writer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the texts in Java source out of the hands of code that lays it out, to which they would look like code. */
final class Quoted {
    /** Nothing in generated code but texts holds characters of this kind, and in those they are escaped. */
    private static final char MARK = '\uE000';

    private static final Pattern KEPT = Pattern.compile(MARK + "([0-9]+)" + MARK);

    private final String source;
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder marked = new StringBuilder();

    private Quoted(String source) {
        this.source = source;
    }

    /** Lays source out, with a mark in place of each of its texts. */
    static String keep(String source, UnaryOperator<String> layout) {
        Quoted quoted = new Quoted(source);
        quoted.mark();
        return KEPT.matcher(layout.apply(quoted.marked.toString()))
                .replaceAll(match -> Matcher.quoteReplacement(quoted.texts.get(Integer.parseInt(match.group(1)))));
    }

    private void mark() {
        for (int at = 0; at < source.length(); ) {
            int end = end(at);
            if (source.charAt(at) == '"' && end > at + 2) {
                texts.add(source.substring(at + 1, end - 1));
                marked.append('"')
                        .append(MARK)
                        .append(texts.size() - 1)
                        .append(MARK)
                        .append('"');
            } else {
                marked.append(source, at, end);
            }
            at = end;
        }
    }

    /** Where the comment, literal or character ends that starts at an index. */
    private int end(int at) {
        char c = source.charAt(at);
        if (source.startsWith("//", at)) {
            return behind("\n", at);
        } else if (source.startsWith("/*", at)) {
            return behind("*/", at + 2);
        }
        return c == '"' || c == '\'' ? endOfLiteral(at, c) : at + 1;
    }

    private int behind(String mark, int from) {
        int found = source.indexOf(mark, from);
        return found < 0 ? source.length() : found + mark.length();
    }

    private int endOfLiteral(int start, char quote) {
        int at = start + 1;
        while (source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }
}
