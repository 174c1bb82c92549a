package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Shape;
import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Members;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds what the values of a schema look like, as deep as it is worth while to look into a value. */
final class ShapeReader {
    private static final int DEPTH = 2;
    private static final int UNIONS = 4;
    private static final int FEW = 16;

    private final SchemaReader schemas;

    ShapeReader(SchemaReader schemas) {
        this.schemas = schemas;
    }

    Shape of(List<Located> conjunction) {
        return of(conjunction, DEPTH, UNIONS);
    }

    private Shape of(List<Located> conjunction, int depth, int unions) {
        Schema schema = schemas.read(conjunction);
        List<Shape> shapes = new ArrayList<>();
        if (schema.nullable()) {
            shapes.add(Shape.Kind.NULL);
        }
        if (schema.unions().isEmpty()) {
            schema.kinds().forEach(kind -> shapes.add(of(kind, schema, depth, unions)));
        } else if (unions > 0) {
            List<Located> beside = new ArrayList<>(schema.parts());
            beside.addAll(schema.unions().subList(1, schema.unions().size()));
            for (Located each : schemas.cases(schema.unions().get(0))) {
                List<Located> both = new ArrayList<>(beside);
                both.add(each);
                shapes.add(of(both, depth, unions - 1));
            }
        }
        return shapes.isEmpty() ? Shape.Kind.ANY : anyOf(shapes);
    }

    private Shape of(Kind kind, Schema schema, int depth, int unions) {
        List<JsonNode> values = schema.values().only();
        if (values != null && kind != Kind.OBJECT && kind != Kind.ARRAY) {
            return values(kind, values);
        }
        return switch (kind) {
            case NULL -> Shape.Kind.NULL;
            case BOOLEAN -> Shape.Kind.BOOLEAN;
            case INTEGER -> Shape.Kind.INTEGER;
            case NUMBER -> Shape.Kind.NUMBER;
            case STRING -> Shape.Kind.STRING;
            case ARRAY -> array(schema, depth, unions);
            case OBJECT -> object(schema, depth, unions);
        };
    }

    private static Shape values(Kind kind, List<JsonNode> values) {
        List<JsonNode> own =
                values.stream().filter(value -> Kind.of(value) == kind).toList();
        if (kind == Kind.STRING) {
            return new Shape.Among(
                    own.stream().map(JsonNode::stringValue).distinct().toList());
        }
        boolean whole = kind == Kind.INTEGER && own.stream().allMatch(JsonNode::canConvertToLong);
        boolean few = !own.isEmpty() && own.size() <= FEW && (whole || kind == Kind.BOOLEAN);
        if (!few) {
            return Shape.Kind.valueOf(kind.name());
        }
        return anyOf(own.stream()
                .map(value -> value.asString() + (kind == Kind.INTEGER ? "L" : ""))
                .<Shape>map(Shape.Exactly::new)
                .toList());
    }

    private Shape array(Schema schema, int depth, int unions) {
        if (depth == 0) {
            return Shape.Kind.ARRAY;
        } else if (!schema.elements().tuple().isEmpty()) {
            int required = schema.elements().required();
            if (required == 0) {
                return Shape.Kind.ARRAY;
            }
            return new Shape.Tuple(schema.elements().tuple().stream()
                    .limit(required)
                    .map(each -> of(each, depth - 1, unions))
                    .toList());
        }
        Shape element = schema.elements().others().isEmpty()
                ? Shape.Kind.ANY
                : of(schema.elements().others(), depth - 1, unions);
        return element == Shape.Kind.ANY ? Shape.Kind.ARRAY : new Shape.Elements(element);
    }

    private Shape object(Schema schema, int depth, int unions) {
        if (depth == 0) {
            return new Shape.Members(anything(schema), schema.members().required(), others(schema, 0, unions));
        }
        Map<String, Shape> members = new LinkedHashMap<>();
        schema.members().named().forEach(name -> members.put(name, Shape.Kind.ANY));
        schema.members().properties().forEach((name, property) -> members.put(name, of(property, depth - 1, unions)));
        schema.members()
                .eased()
                .keySet()
                .forEach(name -> members.computeIfPresent(name, (any, shape) -> orNull(shape)));
        return new Shape.Members(members, schema.members().required(), others(schema, depth - 1, unions));
    }

    /** The shape of members that are not named, where there is a map for them. */
    private @Nullable Shape others(Schema schema, int depth, int unions) {
        Members members = schema.members();
        boolean map = members.properties().isEmpty() && members.named().isEmpty();
        if (members.others().isEmpty()) {
            return Boolean.TRUE.equals(members.open()) || map && !members.closed() ? Shape.Kind.ANY : null;
        } else if (depth == 0) {
            return Shape.Kind.ANY;
        }
        return anyOf(members.others().stream()
                .map(each -> of(List.of(each), depth, unions))
                .toList());
    }

    private static Map<String, Shape> anything(Schema schema) {
        Map<String, Shape> members = new LinkedHashMap<>();
        schema.members().named().forEach(name -> members.put(name, Shape.Kind.ANY));
        schema.members().properties().keySet().forEach(name -> members.put(name, Shape.Kind.ANY));
        return members;
    }

    private static Shape orNull(Shape shape) {
        return anyOf(List.of(Shape.Kind.NULL, shape));
    }

    /** Any of some shapes, those inside others included once. */
    static Shape anyOf(List<Shape> shapes) {
        Set<Shape> all = new LinkedHashSet<>();
        for (Shape shape : shapes) {
            if (shape == Shape.Kind.ANY) {
                return shape;
            }
            all.addAll(shape instanceof Shape.AnyOf any ? any.shapes() : List.of(shape));
        }
        return all.size() == 1 ? all.iterator().next() : new Shape.AnyOf(List.copyOf(all));
    }

    /** The same shapes without what does not help to tell them apart. */
    static List<Shape> telling(List<Shape> shapes) {
        List<Shape> tagged = Tags.only(shapes);
        if (!tagged.isEmpty()) {
            return tagged;
        }
        Map<String, Set<Shape>> seen = new HashMap<>();
        shapes.forEach(shape -> collect(shape, seen));
        return shapes.stream().map(shape -> without(shape, seen)).toList();
    }

    private static void collect(Shape shape, Map<String, Set<Shape>> seen) {
        if (shape instanceof Shape.AnyOf any) {
            any.shapes().forEach(each -> collect(each, seen));
        } else if (shape instanceof Shape.Members object) {
            object.members()
                    .forEach((name, member) -> seen.computeIfAbsent(name, key -> new LinkedHashSet<>())
                            .add(member));
        }
    }

    private static Shape without(Shape shape, Map<String, Set<Shape>> seen) {
        if (shape instanceof Shape.AnyOf any) {
            return anyOf(any.shapes().stream().map(each -> without(each, seen)).toList());
        } else if (shape instanceof Shape.Members object) {
            Map<String, Shape> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> members.put(name, seen.get(name).size() > 1 ? member : Shape.Kind.ANY));
            return new Shape.Members(members, object.required(), object.others());
        }
        return shape;
    }
}
