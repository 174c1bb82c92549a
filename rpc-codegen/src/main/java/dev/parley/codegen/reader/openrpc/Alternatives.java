package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Leaves out alternatives that others include. */
final class Alternatives {
    private Alternatives() {}

    /** The alternatives without those whose every value another one takes in the same type. */
    static List<Alternative> merged(List<Alternative> all) {
        boolean anyText = all.stream().anyMatch(each -> isAnyText(each.schema()));
        List<Alternative> left = new ArrayList<>();
        for (Alternative each : all) {
            boolean included =
                    anyText && each.strings() != null || left.stream().anyMatch(other -> isSame(other, each));
            if (!included) {
                left.add(each);
            }
        }
        return left;
    }

    /** Whether it is a string of any text, but for limits on it. */
    static boolean isAnyText(Schema schema) {
        return schema.is(Kind.STRING)
                && schema.unions().isEmpty()
                && schema.values().only() == null
                && schema.values().pattern().isEmpty()
                && schema.values().format().isEmpty();
    }

    // The same words but for values that only narrow: tuples of other numbers, say.
    static boolean isSame(Alternative one, Alternative other) {
        return one.schema().is(Kind.ARRAY)
                && other.schema().is(Kind.ARRAY)
                && !one.schema().elements().tuple().isEmpty()
                && types(one).equals(types(other));
    }

    private static List<String> types(Alternative alternative) {
        return alternative.schema().elements().tuple().stream()
                .flatMap(List::stream)
                .map(each -> each.node().has("$ref") || each.node().has("properties")
                        ? each.key()
                        : each.text("type") + each.node().has("enum") + each.text("format"))
                .toList();
    }

    /** All strings that alternatives of nothing else allow. */
    static List<String> strings(List<Alternative> alternatives) {
        Set<String> all = new LinkedHashSet<>();
        for (Alternative each : alternatives) {
            List<String> strings = each.schema().strings();
            all.addAll(strings == null ? List.of() : strings);
        }
        return List.copyOf(all);
    }
}
