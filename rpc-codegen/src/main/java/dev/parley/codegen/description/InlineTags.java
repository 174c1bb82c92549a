package dev.parley.codegen.description;

import java.util.function.UnaryOperator;

/** Replaces {@code {@…}} tags, whose braces may nest. */
final class InlineTags {
    private InlineTags() {}

    /**
     * Replaces all tags of a text.
     *
     * @param keep takes the Markdown of a tag, which nothing else must change, and gives what stands for it meanwhile
     */
    static String replace(String text, UnaryOperator<String> keep) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int start; (start = text.indexOf("{@", at)) >= 0; ) {
            int end = end(text, start);
            out.append(text, at, start).append(keep.apply(tag(text.substring(start + 2, end - 1))));
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static String tag(String tag) {
        String[] parts = tag.split("\\s+", 2);
        String rest = parts.length == 2 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "code" -> rest.contains("\n") ? rest : "`" + rest + "`";
            case "link", "linkplain", "value" -> link(rest);
            case "inheritDoc" -> "";
            default -> rest;
        };
    }

    private static String link(String text) {
        int parenthesis = text.indexOf(')');
        int blank = text.indexOf(' ', Math.max(parenthesis, 0));
        if (blank >= 0) {
            return text.substring(blank + 1).strip();
        }
        String target = text.startsWith("#") ? text.substring(1) : text;
        return "`" + target.replace('#', '.') + "`";
    }
}
