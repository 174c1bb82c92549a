package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the one member that says which of several shapes an object is of. */
final class Tags {
    private Tags() {}

    /** The shapes with nothing but the tag; none when no member is one. */
    static List<Shape> only(List<Shape> shapes) {
        for (String member : required(shapes.get(0))) {
            List<Shape> tagged = shapes.stream()
                    .map(shape -> values(shape, member))
                    .filter(values -> !values.isEmpty())
                    .map(values -> object(member, values))
                    .toList();
            if (tagged.size() == shapes.size() && areDisjoint(shapes, member)) {
                return tagged;
            }
        }
        return List.of();
    }

    private static Set<String> required(Shape shape) {
        if (shape instanceof Shape.AnyOf any) {
            return required(any.shapes().get(0));
        }
        return shape instanceof Shape.Members object ? object.required() : Set.of();
    }

    /** The strings that a member always is one of; none when it may be something else, or missing. */
    private static Set<String> values(Shape shape, String member) {
        if (shape instanceof Shape.AnyOf any) {
            Set<String> all = new LinkedHashSet<>();
            for (Shape each : any.shapes()) {
                Set<String> values = values(each, member);
                if (values.isEmpty()) {
                    return Set.of();
                }
                all.addAll(values);
            }
            return all;
        }
        boolean tagged = shape instanceof Shape.Members object
                && object.required().contains(member)
                && object.members().get(member) instanceof Shape.Among;
        return tagged
                ? new LinkedHashSet<>(
                        ((Shape.Among) ((Shape.Members) shape).members().get(member)).values())
                : Set.of();
    }

    private static Shape object(String member, Set<String> values) {
        return new Shape.Members(Map.of(member, new Shape.Among(new ArrayList<>(values))), Set.of(member), null);
    }

    private static boolean areDisjoint(List<Shape> shapes, String member) {
        Set<String> seen = new HashSet<>();
        return shapes.stream().flatMap(shape -> values(shape, member).stream()).allMatch(seen::add);
    }
}
