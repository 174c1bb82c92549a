package dev.parley.codegen.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says of the members of objects.
 *
 * @param properties all that is said of each property
 * @param required the members that are required, also of the user
 * @param eased the members that are required here and optional for the user, and where they are required
 * @param patterns what members must be like whose names match a pattern
 * @param additional what members without a property or pattern must be like
 * @param others the schemas of both, in the order in which they were found
 * @param open whether members without a property are allowed; null when nothing is said
 */
public record Members(
        Map<String, List<Located>> properties,
        Set<String> required,
        Map<String, Located> eased,
        Map<String, Located> patterns,
        List<Located> additional,
        List<Located> others,
        @Nullable Boolean open) {
    /** Copies the collections and keeps their order. */
    public Members {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        required = Collections.unmodifiableSet(new LinkedHashSet<>(required));
        eased = Collections.unmodifiableMap(new LinkedHashMap<>(eased));
        patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
        additional = List.copyOf(additional);
        others = List.copyOf(others);
    }

    /** Members that are named as required, whether or not the user wants them so. */
    public Set<String> named() {
        Set<String> named = new LinkedHashSet<>(required);
        named.addAll(eased.keySet());
        return named;
    }

    /** Whether members without a property are forbidden. */
    public boolean closed() {
        return Boolean.FALSE.equals(open);
    }

    boolean describesObjects() {
        return !properties.isEmpty() || !named().isEmpty() || !others.isEmpty() || closed();
    }
}
