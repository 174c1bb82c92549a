package dev.parley.codegen.description;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns Javadoc into Markdown, which descriptions are written in. */
final class Markdown {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])(?=\\s)|\\n\\s*\\n");

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> TAGS = List.of(
            rule("<pre>\\s*|\\s*</pre>", "\n```\n"),
            rule("</?(?:code|tt)>", "`"),
            rule("</?(?:em|i)>", "*"),
            rule("</?(?:strong|b)>", "**"),
            rule("<a\\s+href=\"([^\"]*)\"\\s*>(.*?)</a>", "[$2]($1)"),
            rule("\\s*<li>\\s*", "\n- "),
            rule("\\s*</?(?:p|ul|ol|dl|table)>\\s*", "\n\n"),
            rule("\\s*<br\\s*/?>\\s*", "  \n"),
            rule("</?[a-zA-Z][^<>`]*>", ""));

    private static final List<Rule> ENTITIES = List.of(
            rule("&lt;", "<"),
            rule("&gt;", ">"),
            rule("&quot;", "\""),
            rule("&#42;", "*"),
            rule("&#47;", "/"),
            rule("&#64;", "@"),
            rule("&#92;", "\\\\"),
            rule("&#123;", "{"),
            rule("&#125;", "}"),
            rule("&nbsp;", " "),
            rule("&amp;", "&"));

    private Markdown() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), replacement);
    }

    static String of(String javadoc) {
        List<String> codes = new ArrayList<>();
        String text = javadoc.replaceAll("(?m)^[ \t]+", "");
        text = InlineTags.replace(text, code -> {
            codes.add(code);
            return "\u0000" + (codes.size() - 1) + "\u0000";
        });
        text = apply(ENTITIES, apply(TAGS, text));
        for (int i = 0; i < codes.size(); i++) {
            text = text.replace("\u0000" + i + "\u0000", codes.get(i));
        }
        return text.replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String apply(List<Rule> rules, String text) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    /** The first sentence of a Markdown text. */
    static String summary(String markdown) {
        return SENTENCE_END.split(markdown, 2)[0].strip().replace('\n', ' ');
    }
}
