package dev.parley.codegen.writer;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays out interfaces and model types as people do, where that takes more than for generated code that nobody reads. */
final class DeclarationLayout {
    private static final Pattern EMPTY_BODY = Pattern.compile("(?m) \\{\n *}$");
    private static final Pattern BETWEEN_CONSTANTS = Pattern.compile("(?m)^( +[A-Z][A-Z0-9_]*,\n)\n");
    private static final Pattern ANNOTATION = Pattern.compile("(@RpcMethod\\()\n +(.*,)\n +(.*)\n +\\)");
    private static final Pattern SINGLE = Pattern.compile("(@Rpc\\w+\\()\n +(\\w+ = .*)\n *\\)");
    private static final Pattern RECORD = Pattern.compile("(?m)^[a-z ]*record (\\w+)\\(");
    private static final Pattern LONG_PERMITS = Pattern.compile("(?m)^( *)(.*) permits (.{80,}) \\{");

    private DeclarationLayout() {}

    static String tidy(String text) {
        String bodies = EMPTY_BODY.matcher(Layout.tidy(text)).replaceAll(" {}");
        String families = LONG_PERMITS.matcher(bodies).replaceAll(DeclarationLayout::onePerLine);
        String annotations = SINGLE.matcher(ANNOTATION.matcher(families).replaceAll("$1$2 $3)"))
                .replaceAll("$1$2)");
        return records(BETWEEN_CONSTANTS.matcher(annotations).replaceAll("$1"));
    }

    // What lies inside a record can be named without it in its header too (JLS 6.3).
    private static String records(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = RECORD.matcher(text);
        int from = 0;
        while (matcher.find()) {
            int end = text.indexOf(") ", matcher.end());
            out.append(text, from, matcher.end());
            from = matcher.end();
            if (end >= 0) {
                out.append(text.substring(from, end).replaceAll("(?<![\\w.])" + matcher.group(1) + "\\.\\s?", ""));
                from = end;
            }
        }
        return out.append(text, from, text.length()).toString();
    }

    private static String onePerLine(MatchResult match) {
        String indent = "\n" + match.group(1) + "                ";
        String names = match.group(3).replace(", ", "," + indent);
        return Matcher.quoteReplacement(match.group(1) + match.group(2) + "\n" + match.group(1) + "        permits "
                + names.stripLeading() + " {");
    }
}
