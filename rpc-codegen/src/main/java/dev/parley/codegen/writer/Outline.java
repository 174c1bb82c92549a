package dev.parley.codegen.writer;

import java.util.ArrayList;
import java.util.List;

/** Where a line of code could be broken: what stands in strings, and deeper than in the first parentheses, is passed over. */
final class Outline {
    private final String line;
    private final List<Integer> commas = new ArrayList<>();
    private final List<Integer> innerCommas = new ArrayList<>();
    private int equalsSign = -1;
    private int open = -1;
    private int depth;
    private int angles;
    private boolean closed;

    Outline(String line) {
        this.line = line;
        for (int i = 0; i < line.length(); i++) {
            char at = line.charAt(i);
            if (at == '"' || at == '\'') {
                i = endOfText(i);
            } else {
                note(i, at);
            }
        }
    }

    private int endOfText(int start) {
        int i = start + 1;
        while (i < line.length() && line.charAt(i) != line.charAt(start)) {
            i += line.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private void note(int i, char at) {
        switch (at) {
            case '(', '[', '{' -> enter(i, at);
            case ')', ']', '}' -> leave();
            case '<' -> angles += i > 0 && line.charAt(i - 1) != ' ' ? 1 : 0;
            case '>' -> angles -= angles > 0 && line.charAt(i - 1) != '-' ? 1 : 0;
            case ',' -> noteComma(i);
            case '=' -> equalsSign = equalsSign < 0 && depth == 0 && line.startsWith(" = ", i - 1) ? i : equalsSign;
            default -> {}
        }
    }

    private void enter(int i, char at) {
        boolean empty = line.startsWith("()", i);
        if (depth == 0 && open < 0 && at == '(' && !empty) {
            open = i;
        }
        depth++;
    }

    private void leave() {
        depth--;
        closed |= open >= 0 && depth == 0;
    }

    private void noteComma(int i) {
        if (angles == 0 && depth == 0 && i < line.length() - 1) {
            commas.add(i);
        } else if (angles == 0 && depth == 1 && open >= 0 && !closed) {
            innerCommas.add(i);
        }
    }

    /** The first equals sign outside parentheses; negative when there is none. */
    int equalsSign() {
        return equalsSign;
    }

    /** The first parenthesis that holds something; negative when there is none. */
    int open() {
        return open;
    }

    /** Commas outside parentheses, without one at the end. */
    List<Integer> commas() {
        return commas;
    }

    /** Commas between the things in the first parentheses. */
    List<Integer> innerCommas() {
        return innerCommas;
    }

    /** What lies between commas, each with its comma. */
    List<String> parts(int from, int to, List<Integer> between) {
        List<String> parts = new ArrayList<>();
        int start = from;
        for (int comma : between) {
            parts.add(line.substring(start, comma + 1).strip());
            start = comma + 1;
        }
        parts.add(line.substring(start, to).strip());
        return parts;
    }
}
