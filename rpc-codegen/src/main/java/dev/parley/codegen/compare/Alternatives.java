package dev.parley.codegen.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells the alternatives of a union apart, so that they are found again after they were moved or renamed. */
final class Alternatives {
    private Alternatives() {}

    /** The alternatives by what tells them apart, those of unions right inside included. */
    static Map<String, Spot> byKey(List<Spot> cases) {
        Map<String, Spot> all = new LinkedHashMap<>();
        for (Spot each : cases) {
            add(each, all);
        }
        return all;
    }

    private static void add(Spot each, Map<String, Spot> all) {
        Form form = FormReader.read(each);
        String key = key(form);
        if (all.containsKey(key) && !form.name.isEmpty()) {
            key = form.name;
        }
        String free = key;
        for (int number = 2; all.containsKey(free); number++) {
            free = key + number;
        }
        all.put(free, each);
    }

    /** The constant that marks its values, its name, or what kind it is of: the first of these that it has. */
    static String key(Form form) {
        List<String> tags = new ArrayList<>();
        form.properties.forEach((name, property) -> {
            JsonNode value = property.followed().node();
            JsonNode constant = value.has("const") ? value.get("const") : sole(value.path("enum"));
            if (form.required.contains(name) && constant.isString()) {
                tags.add(constant.stringValue());
            }
        });
        if (!tags.isEmpty()) {
            return String.join(",", tags);
        }
        return form.name.isEmpty() ? form.text() : form.name;
    }

    private static JsonNode sole(JsonNode values) {
        return values.size() == 1 ? values.get(0) : values.path(-1);
    }
}
