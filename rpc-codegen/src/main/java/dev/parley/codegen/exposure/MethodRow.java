package dev.parley.codegen.exposure;

import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.TypeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One line of the report. */
final class MethodRow {
    static final String HEADER =
            "| method | kind | takes | bounded by | gives | errors | untyped | by reflection | secret |\n"
                    + "|---|---|---|---|---|---|---|---|---|\n";

    private final Service service;
    private final Method method;
    private final Reach reach;
    private final SortedSet<String> bounds;

    MethodRow(Service service, Method method, Reach reach, SortedSet<String> bounds) {
        this.service = service;
        this.method = method;
        this.reach = reach;
        this.bounds = bounds;
    }

    String write() {
        return cells(
                code(method.wireName()),
                kind(),
                method.parameters().stream().map(MethodRow::parameter).collect(Collectors.joining("<br>")),
                codes(bounds),
                method.isVoid() ? "" : code(TypeText.of(method.result())),
                method.errors().stream().map(MethodRow::error).collect(Collectors.joining("<br>")),
                codes(reach.untyped()),
                codes(reach.databind()),
                codes(secrets()));
    }

    /** The places whose values no log shows: parameters, members at any depth, the result. */
    SortedSet<String> secrets() {
        SortedSet<String> secrets = new TreeSet<>(method.secretMembers());
        method.parameters().stream()
                .filter(Parameter::secret)
                .map(Parameter::wireName)
                .forEach(secrets::add);
        if (method.is(Trait.SECRET_RESULT)) {
            secrets.add("result");
        }
        return secrets;
    }

    private String kind() {
        List<String> words = new ArrayList<>();
        words.add(method.is(Trait.NOTIFICATION) ? "notification" : "call");
        if (method.is(Trait.NON_BLOCKING)) {
            words.add("on the reading thread");
        }
        if (service.ordered()) {
            words.add("one at a time");
        }
        if (method.is(Trait.IDEMPOTENT)) {
            words.add("idempotent");
        }
        if (method.is(Trait.DEPRECATED)) {
            words.add("deprecated");
        }
        return String.join(", ", words);
    }

    private static String parameter(Parameter parameter) {
        return code(TypeText.of(parameter) + " " + parameter.wireName()) + (parameter.isRequired() ? "" : " optional");
    }

    private static String error(DeclaredError error) {
        return code(error.type().simpleName()) + (error.code() == null ? " as an internal error" : " " + error.code());
    }

    private static String codes(Collection<String> values) {
        return values.stream().map(MethodRow::code).collect(Collectors.joining("<br>"));
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    // A bar would end the cell even inside a code span, and a back quote the span: names on the wire may hold both.
    private static String code(String text) {
        String fence = text.contains("`") ? "`` " : "`";
        return fence + text.replace("|", "\\|").replace('\n', ' ') + new StringBuilder(fence).reverse();
    }
}
