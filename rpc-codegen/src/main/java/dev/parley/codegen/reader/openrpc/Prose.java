package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Docs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes documentation comments of what documents say. */
final class Prose {
    private static final int WIDTH = 100;
    private static final Pattern LOWER = Pattern.compile("\\p{Lower}+(?=[ .,]|$)");

    private Prose() {}

    /** Text that is safe in a comment: without tags, the end of a comment, and escapes of characters. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;");
    }

    /** A comment of several texts, those left out that are empty or that another one starts with. */
    static Docs docs(String... texts) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i].strip();
            boolean repeated = text.isEmpty() || i + 1 < texts.length && startsWith(texts[i + 1], text);
            if (!repeated) {
                paragraphs.add((paragraphs.isEmpty() ? "" : "<p>") + sentence(escaped(text)));
            }
        }
        return new Docs(wrapped(String.join("\n\n", paragraphs)));
    }

    private static boolean startsWith(String longer, String text) {
        String start = text.replaceFirst("\\.$", "");
        return longer.strip().replaceAll("\\s+", " ").startsWith(start.replaceAll("\\s+", " "));
    }

    /** A text that begins and ends as a sentence does, if it is in words. */
    static String sentence(String text) {
        return ended(
                LOWER.matcher(text).lookingAt()
                        ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1)
                        : text);
    }

    private static String ended(String text) {
        boolean ended = text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1));
        return ended ? text : text + ".";
    }

    /** Lines of a bearable length. */
    static String wrapped(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.replace("\r", "").split("\n", -1)) {
            out.append(out.length() == 0 ? "" : "\n");
            int column = 0;
            for (String word : line.strip().split("[ \t]+")) {
                boolean full = column > 0 && column + word.length() >= WIDTH;
                out.append(full ? "\n" : column > 0 ? " " : "").append(word);
                column = (full || column == 0 ? 0 : column + 1) + word.length();
            }
        }
        return out.toString();
    }
}
