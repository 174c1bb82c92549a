package dev.parley.description;

import dev.parley.codec.JsonValue;
import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the methods of all documents refer to: the components, and the members that OpenRPC leaves to everybody, {@code
 * x-…}. Two services may mean different things by one name: the later one gives way.
 */
final class Referables {
    private static final String ROOT = "#";
    private static final String COMPONENTS = "#/components/";

    /** What is kept, by the reference to where it lies, and by name there. */
    private final Map<String, Map<String, JsonValue>> places = new LinkedHashMap<>();

    /**
     * Takes what one document has.
     *
     * @param service whose document it is
     * @return the new references by the old ones, where they are not the same
     */
    Map<String, String> add(String service, JsonObject document) {
        Map<String, Map<String, JsonValue>> own = in(document);
        Map<String, String> renamed = new LinkedHashMap<>();
        // What refers to something that got another name is another thing itself.
        for (int known = -1; known < renamed.size(); ) {
            known = renamed.size();
            own.forEach((place, all) -> all.forEach((name, value) -> {
                if (isTaken(place, name, refer(value, renamed))) {
                    rename(service, place, name, value, renamed);
                }
            }));
        }
        own.forEach((place, all) -> all.forEach((name, value) -> {
            String target = renamed.getOrDefault(reference(place, name), reference(place, name));
            places.computeIfAbsent(place, any -> new LinkedHashMap<>()).put(lastStep(target), refer(value, renamed));
        }));
        return renamed;
    }

    private static Map<String, Map<String, JsonValue>> in(JsonObject document) {
        Map<String, Map<String, JsonValue>> found = new LinkedHashMap<>();
        document.members().forEach((name, value) -> {
            if (name.equals("components") && value instanceof JsonObject kinds) {
                kinds.members().forEach((kind, all) -> {
                    if (all instanceof JsonObject object) {
                        found.put(COMPONENTS + kind, object.members());
                    }
                });
            } else if (name.startsWith("x-")) {
                found.computeIfAbsent(ROOT, any -> new LinkedHashMap<>()).put(name, value);
            }
        });
        return found;
    }

    private boolean isTaken(String place, String name, JsonValue value) {
        JsonValue known = places.getOrDefault(place, Map.of()).get(name);
        return known != null && !known.equals(value);
    }

    private void rename(String service, String place, String name, JsonValue value, Map<String, String> renamed) {
        String old = reference(place, name);
        for (int i = 1; !renamed.containsKey(old); i++) {
            String whose = service + (i == 1 ? "" : i);
            String free = place.equals(ROOT) ? name + "-" + whose : whose + "." + name;
            Map<String, String> tried = new LinkedHashMap<>(renamed);
            tried.put(old, reference(place, free));
            if (!isTaken(place, free, refer(value, tried))) {
                renamed.putAll(tried);
            }
        }
    }

    private static String reference(String place, String name) {
        return place + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String lastStep(String reference) {
        return reference
                .substring(reference.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** A value with its references by their new names. */
    static JsonValue refer(JsonValue value, Map<String, String> renamed) {
        if (value instanceof JsonArray array) {
            return new JsonArray(array.elements().stream()
                    .map(element -> refer(element, renamed))
                    .toList());
        }
        if (!(value instanceof JsonObject object)) {
            return value;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        object.members()
                .forEach((name, member) -> members.put(
                        name,
                        name.equals("$ref") && member instanceof JsonString reference
                                ? JsonValue.of(referred(reference.value(), renamed))
                                : refer(member, renamed)));
        return new JsonObject(members);
    }

    /** A reference to something that is renamed, or lies inside. */
    private static String referred(String reference, Map<String, String> renamed) {
        for (Map.Entry<String, String> each : renamed.entrySet()) {
            if (reference.equals(each.getKey()) || reference.startsWith(each.getKey() + "/")) {
                return each.getValue() + reference.substring(each.getKey().length());
            }
        }
        return reference;
    }

    /** Writes everything into a document. */
    void addTo(Map<String, JsonValue> document) {
        Map<String, JsonValue> kinds = new LinkedHashMap<>();
        places.forEach((place, all) -> {
            if (!place.equals(ROOT)) {
                kinds.put(place.substring(COMPONENTS.length()), new JsonObject(all));
            }
        });
        if (!kinds.isEmpty()) {
            document.put("components", new JsonObject(kinds));
        }
        document.putAll(places.getOrDefault(ROOT, Map.of()));
    }
}
