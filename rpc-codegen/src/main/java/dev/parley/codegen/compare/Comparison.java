package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares what a module described at its last release with what it describes now. */
public final class Comparison {
    private Comparison() {}

    /**
     * Finds all differences.
     *
     * <p>Services are paired by name, else by title; when one is left on each side, these are one. Texts for people, names
     * of results, tags, examples and the version of the API are not compared.
     *
     * @return the differences, by service, in the order of the old descriptions
     */
    public static List<Change> of(List<Description> before, List<Description> after) {
        Map<Description, Description> pairs = pairs(before, after);
        List<Change> changes = new ArrayList<>();
        for (Description old : before) {
            Description now = pairs.get(old);
            if (now == null) {
                changes.add(new Change(
                        Rule.SERVICE_REMOVED,
                        old.name(),
                        Place.UNKNOWN,
                        "",
                        old.name() + " is gone, and calls of old clients fail."));
            } else {
                changes.addAll(new ServiceComparison(old, now).compare());
            }
        }
        for (Description now : after) {
            if (!pairs.containsValue(now)) {
                changes.add(new Change(
                        Rule.SERVICE_ADDED, now.name(), now.places().at("/info"), "/info", now.name() + " is new."));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<Description, Description> pairs(List<Description> before, List<Description> after) {
        // By identity: two descriptions may say the same.
        Map<Description, Description> pairs = new IdentityHashMap<>();
        pair(pairs, before, after, Description::name);
        pair(pairs, before, after, Description::title);
        List<Description> gone =
                before.stream().filter(each -> !pairs.containsKey(each)).toList();
        List<Description> come =
                after.stream().filter(each -> !pairs.containsValue(each)).toList();
        if (gone.size() == 1 && come.size() == 1) {
            pairs.put(gone.get(0), come.get(0));
        }
        return pairs;
    }

    private static void pair(
            Map<Description, Description> pairs,
            List<Description> before,
            List<Description> after,
            Function<Description, String> name) {
        for (Description old : before) {
            List<Description> same = after.stream()
                    .filter(now -> !pairs.containsValue(now) && name.apply(now).equals(name.apply(old)))
                    .toList();
            if (!pairs.containsKey(old) && same.size() == 1) {
                pairs.put(old, same.get(0));
            }
        }
    }
}
