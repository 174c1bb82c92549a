package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any text as a Java expression. JavaPoet's own literals break lines where some characters of the text would. */
final class StringLiteral {
    /** Bytes of a constant in a class file, which has three for some characters. */
    private static final int MOST_CHARACTERS = 0xFFFF / 3;

    private StringLiteral() {}

    static CodeBlock of(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= 0xFFFF && text.length() <= 2 * MOST_CHARACTERS
                ? CodeBlock.of("$L", quoted(text))
                : joined(text);
    }

    // No constant is that long: it is put together when it is first used.
    private static CodeBlock joined(String text) {
        List<CodeBlock> parts = new ArrayList<>();
        for (int at = 0; at < text.length(); at += MOST_CHARACTERS) {
            parts.add(CodeBlock.of("$L", quoted(text.substring(at, Math.min(at + MOST_CHARACTERS, text.length())))));
        }
        return CodeBlock.of("$T.join(\"\", $L)", String.class, CodeBlock.join(parts, ", "));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(isPlain(text, i) ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return out.append('"').toString();
    }

    /** Whether a character is the same in every file, and ends no line in any tool. */
    private static boolean isPlain(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        } else if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
