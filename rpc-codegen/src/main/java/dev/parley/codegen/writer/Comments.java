package dev.parley.codegen.writer;

import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A method's documentation comment for its client. */
final class Comments {
    // Names in links are relative to the imports of the interface, which the client does not have.
    private static final Pattern LABELLED_LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+[^}\\s(]+(?:\\([^)]*\\))?\\s+([^}]+)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+([^}]+)}");

    private Comments() {}

    static String of(Method method) {
        Docs docs = method.docs();
        if (docs.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(withoutLinks(docs.body()));
        Set<String> parameters =
                method.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
        Set<String> thrown =
                method.errors().stream().map(error -> error.type().simpleName()).collect(Collectors.toSet());
        boolean first = true;
        for (Docs.Tag tag : docs.tags()) {
            if (isKept(tag, parameters, thrown)) {
                text.append(first ? "\n\n" : "\n")
                        .append('@')
                        .append(tag.name())
                        .append(' ')
                        .append(withoutLinks(tag.text()));
                first = false;
            }
        }
        return text.toString()
                .replaceAll("(?m)^[ \t]+|[ \t]+$", "")
                .replace("*/", "*&#47;")
                .strip();
    }

    private static boolean isKept(Docs.Tag tag, Set<String> parameters, Set<String> thrown) {
        return switch (tag.name()) {
            case "param" -> parameters.contains(tag.subject());
            case "throws", "exception" -> thrown.contains(tag.subject());
            case "return", "deprecated", "since" -> true;
            default -> false;
        };
    }

    private static String withoutLinks(String text) {
        String labels = LABELLED_LINK.matcher(text).replaceAll("$1");
        return LINK.matcher(labels)
                .replaceAll(match -> "{@code "
                        + java.util.regex.Matcher.quoteReplacement(
                                match.group(1).strip().replaceFirst("^#", "").replace('#', '.'))
                        + "}");
    }
}
