package dev.parley.codegen.reader.source;

/** Finds a declaration's name in its text, which the compiler's tree does not say. */
final class NameSearch {
    private NameSearch() {}

    /** Where the annotations before a declaration end. */
    static int skipAnnotations(String text, int start) {
        int at = skipBlank(text, start);
        while (at < text.length() && text.charAt(at) == '@' && !text.startsWith("@interface", at)) {
            at = skipName(text, at + 1);
            int next = skipBlank(text, at);
            at = next < text.length() && text.charAt(next) == '(' ? skipParentheses(text, next) : at;
            at = skipBlank(text, at);
        }
        return at;
    }

    /** Where a whole word first stands outside type arguments, annotations, comments and texts; -1 when nowhere. */
    static int find(String text, String name, int from, int to) {
        int nesting = 0;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (c == '/' && at + 1 < to && (text.charAt(at + 1) == '*' || text.charAt(at + 1) == '/')) {
                at = skipComment(text, at) - 1;
            } else if (c == '@' && nesting == 0 && !text.startsWith("@interface", at)) {
                at = skipAnnotations(text, at) - 1;
            } else if (c == '<') {
                nesting++;
            } else if (c == '>') {
                nesting--;
            } else if (Character.isJavaIdentifierStart(c)) {
                int end = skipWord(text, at);
                if (nesting == 0 && isName(text, name, at, end)) {
                    return at;
                }
                at = end - 1;
            }
        }
        return -1;
    }

    // A method may be named like its result type: the name is the one before a parenthesis, comma or the like.
    private static boolean isName(String text, String name, int at, int end) {
        if (!text.substring(at, end).equals(name)) {
            return false;
        }
        int next = skipBlank(text, end);
        return next >= text.length() || !Character.isJavaIdentifierStart(text.charAt(next)) || isClause(text, next);
    }

    private static boolean isClause(String text, int at) {
        return text.startsWith("extends ", at)
                || text.startsWith("implements ", at)
                || text.startsWith("permits ", at)
                || text.startsWith("throws ", at);
    }

    private static int skipBlank(String text, int at) {
        int next = at;
        while (next < text.length()) {
            if (Character.isWhitespace(text.charAt(next))) {
                next++;
            } else if (text.startsWith("/*", next) || text.startsWith("//", next)) {
                next = skipComment(text, next);
            } else {
                break;
            }
        }
        return next;
    }

    private static int skipComment(String text, int at) {
        boolean line = text.charAt(at + 1) == '/';
        int end = line ? text.indexOf('\n', at) : text.indexOf("*/", at + 2);
        return end < 0 ? text.length() : end + (line ? 1 : 2);
    }

    private static int skipName(String text, int at) {
        int next = at;
        while (next < text.length()
                && (Character.isJavaIdentifierPart(text.charAt(next)) || text.charAt(next) == '.')) {
            next++;
        }
        return next;
    }

    private static int skipWord(String text, int at) {
        int next = at;
        while (next < text.length() && Character.isJavaIdentifierPart(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static int skipParentheses(String text, int at) {
        int depth = 0;
        for (int next = at; next < text.length(); next++) {
            char c = text.charAt(next);
            if (c == '"') {
                next = skipString(text, next);
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return next + 1;
            }
        }
        return text.length();
    }

    private static int skipString(String text, int at) {
        if (text.startsWith("\"\"\"", at)) {
            int end = text.indexOf("\"\"\"", at + 3);
            return end < 0 ? text.length() : end + 2;
        }
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != '"') {
            next += text.charAt(next) == '\\' ? 2 : 1;
        }
        return next;
    }
}
