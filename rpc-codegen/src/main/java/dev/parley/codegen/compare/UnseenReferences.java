package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;
import dev.parley.codegen.schema.Located;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds references that lead out of a document: their targets are not compared. */
public final class UnseenReferences {
    private UnseenReferences() {}

    /** The references, each with its first place. */
    public static Map<String, Place> in(Description description) {
        Map<String, Place> found = new LinkedHashMap<>();
        collect(description.root(), description.places(), found);
        return found;
    }

    private static void collect(Located at, Places places, Map<String, Place> found) {
        if (Description.isDiscovery(at)) {
            return;
        }
        String reference = at.text("$ref");
        if (!reference.isEmpty() && at.target() == null) {
            found.putIfAbsent(reference, places.at(at.pointer()));
        }
        at.elements().forEach(each -> collect(each, places, found));
        at.members().values().forEach(each -> collect(each, places, found));
    }
}
