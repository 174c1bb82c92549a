package dev.parley.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says of the elements of arrays.
 *
 * @param tuple what the first elements must be like, each by itself; empty when all are alike
 * @param others what the elements after these must be like; empty when they may be anything
 * @param closed whether there are no elements after the first ones
 * @param minItems the least number of elements; -1 when nothing is said
 */
public record Elements(List<List<Located>> tuple, List<Located> others, boolean closed, int minItems) {
    /** Copies the lists. */
    public Elements {
        tuple = tuple.stream().map(List::copyOf).toList();
        others = List.copyOf(others);
    }

    /** How many of the tuple's elements must be there. */
    public int required() {
        return Math.max(0, Math.min(minItems, tuple.size()));
    }

    boolean describesArrays() {
        return !others.isEmpty() || !tuple.isEmpty() || minItems >= 0 || closed;
    }

    /** What several schemas say together. */
    static Elements of(List<Part> parts) {
        List<List<Located>> tuple = new ArrayList<>();
        int longest = parts.stream().mapToInt(part -> part.first.size()).max().orElse(0);
        int most = parts.stream().mapToInt(Part::most).min().orElse(Integer.MAX_VALUE);
        for (int i = 0; i < Math.min(longest, most); i++) {
            int index = i;
            tuple.add(parts.stream().flatMap(part -> part.at(index).stream()).toList());
        }
        List<Located> others =
                parts.stream().flatMap(part -> part.at(longest).stream()).toList();
        boolean closed = most <= longest && (longest > 0 || most == 0);
        return new Elements(
                tuple,
                others,
                closed,
                parts.stream().mapToInt(Part::least).max().orElse(-1));
    }

    /** What one schema says. */
    record Part(List<Located> first, @Nullable Located others, int least, int most) {
        static Part of(Located at) {
            Located items = at.child("items");
            List<Located> prefix = at.child("prefixItems").elements();
            List<Located> array = items.elements();
            // One element is how some generators write what all elements are like.
            boolean alike = prefix.isEmpty() && array.size() == 1;
            List<Located> first = !prefix.isEmpty() ? prefix : alike ? List.of() : array;
            Located rest = alike ? array.get(0) : array.isEmpty() ? items : at.child("additionalItems");
            boolean ends = isFalse(rest) || !first.isEmpty() && isFalse(at.child("unevaluatedItems"));
            int most = count(at, "maxItems", Integer.MAX_VALUE);
            return new Part(
                    first,
                    rest.exists() && !rest.node().isArray() && !ends ? rest : null,
                    count(at, "minItems", -1),
                    ends ? Math.min(most, first.size()) : most);
        }

        private static boolean isFalse(Located schema) {
            return schema.node().isBoolean() && !schema.node().booleanValue();
        }

        private static int count(Located at, String word, int absent) {
            JsonNode value = at.node().get(word);
            return value != null && Counts.isCount(value) ? Counts.of(value) : absent;
        }

        private List<Located> at(int index) {
            if (index < first.size()) {
                return List.of(first.get(index));
            }
            return others == null ? List.of() : List.of(others);
        }
    }
}
