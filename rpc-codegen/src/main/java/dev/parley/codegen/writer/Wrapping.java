package dev.parley.codegen.writer;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines of code that are too long, as people do: behind an equals sign, then inside the outermost parentheses. */
final class Wrapping {
    private static final int WIDTH = 120;
    private static final String STEP = " ".repeat(8);

    private Wrapping() {}

    static String wrap(String text) {
        List<String> out = new ArrayList<>();
        boolean below = false;
        for (String line : text.split("\n", -1)) {
            // What follows a line that was broken belongs below its second part.
            List<String> broken = lines(below ? STEP + line : line);
            out.addAll(broken);
            boolean ends = line.endsWith(";");
            below = !ends && (below || broken.size() > 1 && broken.get(0).endsWith(" ="));
        }
        return String.join("\n", out);
    }

    private static List<String> lines(String line) {
        String code = line.stripLeading();
        if (line.length() <= WIDTH || code.startsWith("*") || code.startsWith("/") || code.startsWith("import ")) {
            return List.of(line);
        }
        String indent = line.substring(0, line.length() - code.length());
        Outline outline = new Outline(line);
        if (outline.equalsSign() >= 0) {
            return behindEqualsSign(line, indent, outline);
        } else if (!outline.commas().isEmpty()) {
            return arguments(indent, outline.parts(0, line.length(), outline.commas()));
        }
        return outline.open() >= 0 ? insideParentheses(line, indent, outline) : List.of(line);
    }

    private static List<String> behindEqualsSign(String line, String indent, Outline outline) {
        String rest = indent + STEP + line.substring(outline.equalsSign() + 1).strip();
        if (rest.length() > WIDTH && outline.open() >= 0 && outline.open() < WIDTH) {
            return insideParentheses(line, indent, outline);
        }
        List<String> lines = new ArrayList<>();
        lines.add(line.substring(0, outline.equalsSign() + 1));
        lines.addAll(lines(rest));
        return lines;
    }

    private static List<String> insideParentheses(String line, String indent, Outline outline) {
        int from = outline.open() + 1;
        List<String> lines = new ArrayList<>();
        lines.add(line.substring(0, from));
        lines.addAll(arguments(indent + STEP, outline.parts(from, line.length(), outline.innerCommas())));
        return lines;
    }

    /** All on one line, else names and literals as many as fit, other expressions one a line. */
    private static List<String> arguments(String indent, List<String> arguments) {
        String all = indent + String.join(" ", arguments);
        boolean plain = arguments.stream().noneMatch(argument -> argument.contains("("));
        if (all.length() <= WIDTH) {
            return List.of(all);
        }
        return plain
                ? filled(indent, arguments)
                : arguments.stream()
                        .flatMap(argument -> lines(indent + argument).stream())
                        .toList();
    }

    private static List<String> filled(String indent, List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent).append(words.get(0));
        for (String word : words.subList(1, words.size())) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(' ').append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
