package dev.parley.codegen.writer;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays out what JavaPoet prints as people do: short comments and annotations on one line, empty
 * bodies without a line of their own, no blank inside a name. */
final class Layout {
    private static final int WIDTH = 120;
    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\n *\\* (.*)\n *\\*/$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\n *}");
    private static final Pattern ANNOTATION = Pattern.compile("\\(\n +(forRemoval = true)\n *\\)");
    // Not in comments. What looks behind stands last: tried at every character, it took most of the time of all
    // writing.
    private static final Pattern NESTED_ANNOTATED =
            Pattern.compile("(?m)\\. (?=@Nullable [A-Z])(?<!^ {0,40}(?:/\\*)?\\*.{0,122})");
    private static final Pattern BETWEEN_CONSTANTS =
            Pattern.compile("(?m)^(    private (?:static )?final .*;\n)\n(?=    private (?:static )?final )");

    private Layout() {}

    static String tidy(String text) {
        String comments = SHORT_COMMENT.matcher(text).replaceAll(Layout::onOneLine);
        String bodies = EMPTY_BODY.matcher(comments).replaceAll(") {}");
        String annotations = ANNOTATION.matcher(bodies).replaceAll("($1)");
        String nested = NESTED_ANNOTATED.matcher(annotations).replaceAll(".");
        return BETWEEN_CONSTANTS.matcher(nested).replaceAll("$1");
    }

    private static String onOneLine(MatchResult match) {
        String line = match.group(1) + "/** " + match.group(2) + " */";
        return Matcher.quoteReplacement(line.length() <= WIDTH ? line : match.group());
    }
}
