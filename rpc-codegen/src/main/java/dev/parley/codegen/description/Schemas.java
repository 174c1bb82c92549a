package dev.parley.codegen.description;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas (draft-07) of types; those of the user's are kept apart, to be referred to by name. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Api api;
    private final ObjectSchemas objects;
    private final SortedMap<String, ObjectNode> components = new TreeMap<>();
    private final Map<Type.Model, String> names = new HashMap<>();

    Schemas(Api api) {
        this.api = api;
        this.objects = new ObjectSchemas(this);
    }

    /** The schemas that others refer to, by name. */
    SortedMap<String, ObjectNode> components() {
        return components;
    }

    /** The names of the schemas that others refer to. */
    Map<Type.Model, String> names() {
        return names;
    }

    ObjectNode of(Type type) {
        if (type instanceof Type.Plain plain) {
            return plain(plain.plain());
        } else if (type instanceof Type.NullableOf nullable) {
            return orNull(of(nullable.type()));
        } else if (type instanceof Type.OptionalOf optional) {
            return orNull(of(optional.content()));
        } else if (type instanceof Type.MaybeOf maybe) {
            return orNull(of(maybe.content()));
        } else if (type instanceof Type.Constant constant) {
            return constant(constant);
        } else if (type instanceof Type.Checked checked) {
            return Limits.on(of(checked.type()), checked.rules());
        } else if (type instanceof Type.Sequence sequence) {
            ObjectNode schema = typed("array");
            schema.set("items", of(sequence.element()));
            return sequence.kind().isSet() ? schema.put("uniqueItems", true) : schema;
        } else if (type instanceof Type.MapOf map) {
            ObjectNode schema = typed("object");
            schema.set("additionalProperties", of(map.value()));
            return schema;
        } else if (type instanceof Type.ArrayOf array) {
            return array(array);
        } else if (type instanceof Type.Wildcard wildcard) {
            return of(wildcard.bound());
        }
        return type instanceof Type.Model model ? reference(model) : NODES.objectNode();
    }

    private static ObjectNode constant(Type.Constant constant) {
        ObjectNode schema = NODES.objectNode();
        return switch (constant.plain()) {
            case STRING -> schema.put("const", constant.text());
            case LONG -> schema.put("const", Long.parseLong(constant.text()));
            default -> schema.put("const", Boolean.parseBoolean(constant.text()));
        };
    }

    static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        ArrayNode choices = either.putArray("anyOf");
        choices.add(schema).add(typed("null"));
        return either;
    }

    private static ObjectNode plain(PlainType type) {
        ObjectNode schema = switch (type.wire()) {
            case BOOLEAN -> typed("boolean");
            case INTEGER -> typed("integer");
            case NUMBER -> typed("number");
            case STRING -> typed("string");
            case NULL -> typed("null");
            case ANY -> NODES.objectNode();
        };
        if (type.format() != null) {
            schema.put("format", type.format());
        }
        if (type == PlainType.MONTH) {
            addNames(schema, Arrays.stream(Month.values()).map(Month::name));
        } else if (type == PlainType.DAY_OF_WEEK) {
            addNames(schema, Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name));
        } else if (type.unboxed() == PlainType.CHAR) {
            schema.put("minLength", 1).put("maxLength", 1);
        }
        return type.isOptional() ? orNull(schema) : schema;
    }

    static void addNames(ObjectNode schema, Stream<String> names) {
        ArrayNode array = schema.putArray("enum");
        names.forEach(array::add);
    }

    private ObjectNode array(Type.ArrayOf array) {
        if (array.element() instanceof Type.Plain plain && plain.plain() == PlainType.BYTE) {
            return typed("string").put("format", "byte").put("contentEncoding", "base64");
        } else if (array.element() instanceof Type.Plain plain && plain.plain() == PlainType.CHAR) {
            return typed("string");
        }
        ObjectNode schema = typed("array");
        schema.set("items", of(array.element()));
        return schema;
    }

    ObjectNode reference(Type.Model type) {
        String name = names.get(type);
        if (name == null) {
            name = free(nameOf(type));
            names.put(type, name);
            // Kept before it is filled: it may refer to itself.
            ObjectNode schema = NODES.objectNode();
            components.put(name, schema);
            schema.setAll(describe(api.model(type.name()), type));
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; components.containsKey(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String nameOf(Type type) {
        Type bare = Substitution.bare(type);
        if (bare instanceof Type.Model model) {
            StringBuilder name = new StringBuilder(model.name().simpleName());
            model.arguments()
                    .forEach(argument ->
                            name.append(name.indexOf("Of") < 0 ? "Of" : "And").append(nameOf(argument)));
            return name.toString().replaceAll("[^A-Za-z0-9._-]", "_");
        } else if (bare instanceof Type.Sequence sequence) {
            return nameOf(sequence.element()) + "List";
        } else if (bare instanceof Type.MapOf map) {
            return nameOf(map.value()) + "Map";
        } else if (bare instanceof Type.Plain plain) {
            String java = plain.plain().javaName();
            return java.substring(java.lastIndexOf('.') + 1);
        }
        return "Value";
    }

    private ObjectNode describe(ModelType model, Type.Model type) {
        ObjectNode schema = NODES.objectNode();
        String docs = Markdown.of(model.header().docs().body());
        if (!docs.isEmpty()) {
            schema.put("description", docs);
        }
        Substitution arguments = Substitution.of(model, type);
        if (model instanceof ModelType.EnumType known) {
            schema.put("type", "string");
            addNames(schema, known.constants().stream().map(ModelType.Constant::wireName));
        } else if (model instanceof ModelType.ObjectType object) {
            objects.describe(object, arguments, schema);
        } else if (model instanceof ModelType.UnionType union) {
            ArrayNode cases = schema.putArray("oneOf");
            union.cases().forEach(one -> cases.add(of(arguments.apply(one.type()))));
        } else if (model instanceof ModelType.ChoiceType choice) {
            ArrayNode cases = schema.putArray("anyOf");
            choice.options().forEach(option -> cases.add(of(option.type())));
        } else if (model instanceof ModelType.TupleType tuple) {
            tuple(tuple, schema);
        } else if (model instanceof ModelType.ValueType value) {
            schema.setAll(of(arguments.apply(value.value())));
        }
        return schema;
    }

    private void tuple(ModelType.TupleType type, ObjectNode schema) {
        schema.put("type", "array");
        ArrayNode items = schema.putArray("items");
        type.members().forEach(member -> items.add(of(member.type())));
        schema.put("minItems", items.size());
    }
}
