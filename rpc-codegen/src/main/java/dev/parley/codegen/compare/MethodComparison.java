package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two methods that are one. */
final class MethodComparison {
    private final Changes changes;
    private final TypeComparison types;

    MethodComparison(Changes changes, TypeComparison types) {
        this.changes = changes;
        this.types = types;
    }

    void compare(Located old, Located now) {
        String name = now.text("name");
        boolean sameKind = kind(old).equals(kind(now));
        if (!sameKind) {
            changes.add(Rule.KIND_CHANGED, name, now, "was a " + kind(old) + " and is a " + kind(now) + ".");
        }
        structure(old, now, name);
        traits(old, now, name);
        new ParameterComparison(changes, types, name, old, now).compare();
        if (sameKind && !kind(now).equals("notification")) {
            types.compare(result(old), result(now), Direction.GIVEN, name + ":result");
            new Boxing(changes, Direction.GIVEN)
                    .compare(List.of(result(old)), false, List.of(result(now)), false, name + ":result");
        }
        errors(old, now, name);
    }

    private static String kind(Located method) {
        if (!method.has("result") || method.flag("x-notification")) {
            return "notification";
        }
        return method.flag("x-stream") ? "stream" : "call";
    }

    private static Located result(Located method) {
        return method.child("result").followed().child("schema");
    }

    private void structure(Located old, Located now, String name) {
        String was = structure(old);
        String is = structure(now);
        if (is.equals("either") && !was.equals(is)) {
            changes.add(Rule.PARAMETER_RELAXED, name, now, "takes its parameters by name and by position now.");
        } else if (!was.equals(is)) {
            changes.add(
                    Rule.PARAMETER_STRUCTURE_NARROWED,
                    name,
                    now,
                    "takes its parameters " + is.replace('-', ' ') + " only, and took them "
                            + (was.equals("either") ? "either way" : was.replace('-', ' ')) + ".");
        }
    }

    /** How clients may send parameters. */
    static String structure(Located method) {
        String structure = method.text("paramStructure");
        return structure.isEmpty() ? "either" : structure;
    }

    private void traits(Located old, Located now, String name) {
        if (now.flag("deprecated") && !old.flag("deprecated")) {
            changes.add(Rule.DEPRECATED, name, now, "is deprecated now.");
        }
        if (old.flag("x-idempotent") && !now.flag("x-idempotent")) {
            changes.add(
                    Rule.IDEMPOTENCY_WITHDRAWN,
                    name,
                    now,
                    "could be sent again without harm, and old clients go on doing so.");
        } else if (now.flag("x-idempotent") && !old.flag("x-idempotent")) {
            changes.add(Rule.IDEMPOTENCY_PROMISED, name, now, "may be sent again without harm now.");
        }
        if (old.flag("x-secret") && !now.flag("x-secret")) {
            changes.add(Rule.SECRET_WITHDRAWN, name + ":result", now, "was kept out of logs and is logged now.");
        }
    }

    private void errors(Located old, Located now, String name) {
        Map<String, Located> before = byCode(old);
        Map<String, Located> after = byCode(now);
        before.forEach((code, error) -> {
            Located same = after.get(code);
            if (same != null && error.has("data")) {
                types.compare(error.child("data"), same.child("data"), Direction.GIVEN, name + ":" + code);
            }
        });
        Map<String, Located> gone = without(before, after);
        Map<String, Located> come = without(after, before);
        gone.forEach((code, error) -> {
            List<String> others = come.entrySet().stream()
                    .filter(other -> isSame(error, other.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (others.size() == 1) {
                Located other = come.remove(others.get(0));
                changes.add(
                        Rule.ERROR_CODE_CHANGED,
                        name + ":" + code,
                        other,
                        "has the code " + others.get(0) + " now, and old clients look for the old one.");
            } else {
                changes.add(
                        Rule.ERROR_REMOVED,
                        name + ":" + code,
                        now,
                        "is gone (" + error.text("message") + "), and old clients look for it.");
            }
        });
        come.forEach((code, error) -> changes.add(
                Rule.ERROR_ADDED, name + ":" + code, error, "is new: old clients get it as an error they don't know."));
    }

    private static boolean isSame(Located error, Located other) {
        return error.text("message").equals(other.text("message"))
                && LimitWords.bare(error.child("data").node())
                        .equals(LimitWords.bare(other.child("data").node()));
    }

    private static Map<String, Located> byCode(Located method) {
        Map<String, Located> errors = new LinkedHashMap<>();
        for (Located each : method.child("errors").elements()) {
            Located error = each.followed();
            errors.putIfAbsent(error.node().path("code").asString("?"), error);
        }
        return errors;
    }

    private static Map<String, Located> without(Map<String, Located> all, Map<String, Located> others) {
        Map<String, Located> left = new LinkedHashMap<>(all);
        left.keySet().removeAll(others.keySet());
        return left;
    }
}
