package dev.parley.codegen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documentation comment as it stands in the source.
 *
 * @param text the comment without its marks and leading asterisks; empty when there is none
 */
public record Docs(String text) {
    /** No comment. */
    public static final Docs NONE = new Docs("");

    private static final Pattern BLOCK = Pattern.compile("(?m)^\\s*@([a-zA-Z]+)");
    private static final Pattern WORD = Pattern.compile("(\\S+)\\s*");

    /**
     * A block tag.
     *
     * @param name its name, without the sign
     * @param text what follows it
     */
    public record Tag(String name, String text) {
        /** The first word of the text: a parameter's name, an exception's type. */
        public String subject() {
            Matcher matcher = WORD.matcher(text);
            return matcher.lookingAt() ? matcher.group(1) : "";
        }

        /** The text behind the first word. */
        public String rest() {
            Matcher matcher = WORD.matcher(text);
            return matcher.lookingAt() ? text.substring(matcher.end()).strip() : "";
        }
    }

    /** Whether there is no comment. */
    public boolean isEmpty() {
        return text.isBlank();
    }

    /** What stands before the block tags. */
    public String body() {
        Matcher matcher = BLOCK.matcher(text);
        return (matcher.find() ? text.substring(0, matcher.start()) : text).strip();
    }

    /** The block tags in order. */
    public List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        boolean found = matcher.find();
        while (found) {
            String name = matcher.group(1);
            int from = matcher.end();
            found = matcher.find();
            tags.add(new Tag(
                    name,
                    text.substring(from, found ? matcher.start() : text.length())
                            .strip()));
        }
        return tags;
    }

    /** What is said of a parameter or component; empty when nothing is. */
    public String parameter(String name) {
        return tags().stream()
                .filter(tag -> tag.name().equals("param") && tag.subject().equals(name))
                .map(Tag::rest)
                .findFirst()
                .orElse("");
    }

    /** What is said of the result; empty when nothing is. */
    public String result() {
        return first("return");
    }

    /** The text of the first block tag of a name; empty when there is none. */
    public String first(String name) {
        return tags().stream()
                .filter(tag -> tag.name().equals(name))
                .map(Tag::text)
                .findFirst()
                .orElse("");
    }

    /** What is said of an exception; empty when nothing is. */
    public String thrown(String simpleName) {
        return tags().stream()
                .filter(tag -> tag.name().equals("throws") || tag.name().equals("exception"))
                .filter(tag -> tag.subject().equals(simpleName) || tag.subject().endsWith("." + simpleName))
                .map(Tag::rest)
                .findFirst()
                .orElse("");
    }
}
