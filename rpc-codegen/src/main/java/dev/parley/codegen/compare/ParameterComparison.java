package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Compares the parameters of a method. */
final class ParameterComparison {
    private final Changes changes;
    private final TypeComparison types;
    private final String method;
    private final Located now;
    private final List<Located> before;
    private final List<Located> after;
    private final boolean byName;
    private final boolean byPosition;
    /** New parameters by the old ones that they are. */
    private final Map<Located, Located> same = new LinkedHashMap<>();

    ParameterComparison(Changes changes, TypeComparison types, String method, Located old, Located now) {
        this.changes = changes;
        this.types = types;
        this.method = method;
        this.now = now;
        this.before = parameters(old);
        this.after = parameters(now);
        // What old clients do is what the old description allowed.
        String structure = MethodComparison.structure(old);
        this.byName = !structure.equals("by-position");
        this.byPosition = !structure.equals("by-name");
    }

    private static List<Located> parameters(Located method) {
        return method.child("params").elements().stream().map(Located::followed).toList();
    }

    void compare() {
        match();
        for (Located old : before) {
            Located kept = same.get(old);
            if (kept == null) {
                changes.add(
                        Rule.PARAMETER_REMOVED,
                        subject(old),
                        now,
                        "is gone, and calls of old clients that give it fail.");
            } else {
                kept(old, kept);
            }
        }
        List<Located> added =
                after.stream().filter(each -> !same.containsValue(each)).toList();
        added.forEach(this::added);
        order(added);
    }

    private String subject(Located parameter) {
        return method + "(" + parameter.text("name") + ")";
    }

    private void match() {
        for (Located old : before) {
            after.stream()
                    .filter(each -> each.text("name").equals(old.text("name")))
                    .findFirst()
                    .ifPresent(each -> same.put(old, each));
        }
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            Located old = before.get(i);
            Located other = after.get(i);
            if (!same.containsKey(old) && !same.containsValue(other) && isAlike(old, other)) {
                same.put(old, other);
            }
        }
    }

    private static boolean isAlike(Located old, Located other) {
        return old.flag("required") == other.flag("required")
                && LimitWords.bare(old.child("schema").node())
                        .equals(LimitWords.bare(other.child("schema").node()));
    }

    private void kept(Located old, Located kept) {
        String subject = subject(kept);
        if (byName && !old.text("name").equals(kept.text("name"))) {
            changes.add(
                    Rule.PARAMETER_RENAMED,
                    subject(old),
                    kept,
                    "is called " + kept.text("name") + " now, and calls that give it by its old name fail.");
        }
        boolean was = old.flag("required");
        boolean is = kept.flag("required");
        if (is && !was) {
            changes.add(
                    Rule.PARAMETER_BECAME_REQUIRED,
                    subject,
                    kept,
                    "is required now, and calls of old clients that leave it out fail.");
        } else if (was && !is) {
            changes.add(Rule.PARAMETER_RELAXED, subject, kept, "may be left out now.");
        } else if (!is) {
            defaults(old, kept, subject);
        }
        if (old.flag("x-rest") != kept.flag("x-rest")) {
            String text = kept.flag("x-rest") ? "takes all arguments that are left now." : "takes one argument now.";
            changes.add(Rule.REST_CHANGED, subject, kept, text);
        }
        if (kept.flag("deprecated") && !old.flag("deprecated")) {
            changes.add(Rule.DEPRECATED, subject, kept, "is deprecated now.");
        }
        if (old.flag("x-secret") && !kept.flag("x-secret")) {
            changes.add(Rule.SECRET_WITHDRAWN, subject, kept, "was kept out of logs and is logged now.");
        }
        types.compare(old.child("schema"), kept.child("schema"), Direction.TAKEN, subject);
        new Boxing(changes, Direction.TAKEN)
                .compare(
                        List.of(old.child("schema")),
                        isLeftOut(old),
                        List.of(kept.child("schema")),
                        isLeftOut(kept),
                        subject);
    }

    /** Whether a server may see that it is missing, because it has no default. */
    private static boolean isLeftOut(Located parameter) {
        return !parameter.flag("required")
                && FormReader.read(parameter.child("schema").orAnything()).defaultValue() == null;
    }

    private void defaults(Located old, Located kept, String subject) {
        JsonNode then = FormReader.read(old.child("schema").orAnything()).defaultValue();
        JsonNode since = FormReader.read(kept.child("schema").orAnything()).defaultValue();
        if (!Objects.equals(then, since)) {
            changes.add(Rule.DEFAULT_CHANGED, subject, kept, Texts.defaults(then, since));
        }
    }

    private void added(Located parameter) {
        boolean required = parameter.flag("required");
        changes.add(
                required ? Rule.REQUIRED_PARAMETER_ADDED : Rule.OPTIONAL_PARAMETER_ADDED,
                subject(parameter),
                parameter,
                required
                        ? "is new and required, and calls of old clients lack it."
                        : "is new, and calls in Java lack an argument.");
    }

    private void order(List<Located> added) {
        List<Integer> places = before.stream()
                .map(same::get)
                .filter(Objects::nonNull)
                .map(after::indexOf)
                .toList();
        boolean moved = !places.equals(places.stream().sorted().toList());
        int last = places.stream().mapToInt(each -> each).max().orElse(-1);
        boolean shifted = added.stream().anyMatch(each -> after.indexOf(each) < last);
        if (moved || shifted && byPosition) {
            changes.add(
                    byPosition ? Rule.PARAMETER_MOVED : Rule.ARGUMENT_MOVED,
                    method,
                    now,
                    "has its parameters in another order: it was " + names(before) + " and is " + names(after) + ".");
        }
    }

    private static String names(List<Located> parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(each -> names.add(each.text("name")));
        return String.join(", ", names);
    }
}
