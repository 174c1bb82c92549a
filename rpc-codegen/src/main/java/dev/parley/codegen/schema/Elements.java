package dev.parley.codegen.schema;

import java.util.List;

/**
 * What a schema says of the elements of arrays.
 *
 * @param items what all elements must be like
 * @param tuple what the first elements must be like, each by itself; empty when all are alike
 * @param minItems the least number of elements; -1 when nothing is said
 */
public record Elements(List<Located> items, List<List<Located>> tuple, int minItems) {
    /** Copies the lists. */
    public Elements {
        items = List.copyOf(items);
        tuple = tuple.stream().map(List::copyOf).toList();
    }

    boolean describesArrays() {
        return !items.isEmpty() || !tuple.isEmpty() || minItems >= 0;
    }
}
