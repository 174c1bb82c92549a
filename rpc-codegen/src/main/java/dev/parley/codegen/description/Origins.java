package dev.parley.codegen.description;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where in the Java source that is written what stands in a written document. */
public final class Origins {
    private final Map<String, Place> places = new HashMap<>();

    Origins(Api api, Service service, Map<Type.Model, String> components) {
        put("", service.place());
        for (int i = 0; i < service.methods().size(); i++) {
            Method method = service.methods().get(i);
            put("/methods/" + i, method.place());
            List<Parameter> parameters = method.parameters();
            for (int j = 0; j < parameters.size(); j++) {
                put("/methods/" + i + "/params/" + j, parameters.get(j).place());
            }
        }
        components.forEach((type, name) -> addType(api.model(type.name()), "/components/schemas/" + name));
    }

    private void addType(ModelType model, String pointer) {
        put(pointer, model.header().place());
        for (ModelType.Member member : model.allMembers()) {
            String step = member.wireName().replace("~", "~0").replace("/", "~1");
            put(pointer + "/properties/" + step, member.place());
        }
    }

    private void put(String pointer, Place place) {
        if (place.file() != null) {
            places.put(pointer, place);
        }
    }

    /** The place of a value, or of the nearest one around it that has one. */
    public Place at(String pointer) {
        String around = pointer;
        while (!around.isEmpty() && !places.containsKey(around)) {
            around = around.substring(0, around.lastIndexOf('/'));
        }
        return places.getOrDefault(around, Place.UNKNOWN);
    }
}
