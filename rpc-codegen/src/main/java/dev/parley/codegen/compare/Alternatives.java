package dev.parley.codegen.compare;

import dev.parley.codegen.schema.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells the alternatives of a union apart, so that they are found again after they were moved or renamed. */
final class Alternatives {
    private Alternatives() {}

    /** The alternatives by what tells them apart, those of unions right inside included. */
    static Map<String, Located> byKey(List<Located> cases) {
        Map<String, Located> all = new LinkedHashMap<>();
        for (Located each : cases) {
            add(each, all);
        }
        return all;
    }

    private static void add(Located each, Map<String, Located> all) {
        Form form = FormReader.read(each);
        String key = key(form);
        if (all.containsKey(key) && !form.name().isEmpty()) {
            key = form.name();
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
        form.schema().members().properties().forEach((name, property) -> {
            List<JsonNode> values = FormReader.read(property).only();
            boolean constant =
                    values != null && values.size() == 1 && values.get(0).isString();
            if (constant && form.schema().members().required().contains(name)) {
                tags.add(values.get(0).stringValue());
            }
        });
        if (!tags.isEmpty()) {
            return String.join(",", tags);
        }
        return form.text();
    }
}
