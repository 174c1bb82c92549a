package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects differences: the first of each rule and subject. */
final class Changes {
    private final Map<String, Change> found = new LinkedHashMap<>();
    private final Places places;

    Changes(Places places) {
        this.places = places;
    }

    /**
     * Adds one.
     *
     * @param at the value in the new description, or the nearest one around it
     * @param text what follows the subject in a sentence
     */
    void add(Rule rule, String subject, Located at, String text) {
        found.putIfAbsent(
                rule + " " + subject,
                new Change(rule, subject, places.at(at.pointer()), at.pointer(), subject + " " + text));
    }

    List<Change> all() {
        return List.copyOf(found.values());
    }
}
