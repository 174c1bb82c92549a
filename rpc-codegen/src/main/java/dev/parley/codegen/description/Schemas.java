package dev.parley.codegen.description;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;
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
final class Schemas implements TypeVisitor<ObjectNode> {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final SchemaNames NAMES = new SchemaNames();

    private final Api api;
    private final SortedMap<String, ObjectNode> components = new TreeMap<>();
    private final Map<Type.Model, String> names = new HashMap<>();

    Schemas(Api api) {
        this.api = api;
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
        return type.accept(this);
    }

    @Override
    public ObjectNode plain(Type.Plain type) {
        return plain(type.plain());
    }

    @Override
    public ObjectNode nullable(Type.NullableOf type) {
        return orNull(of(type.type()));
    }

    @Override
    public ObjectNode optional(Type.OptionalOf type) {
        return orNull(of(type.content()));
    }

    @Override
    public ObjectNode maybe(Type.MaybeOf type) {
        return orNull(of(type.content()));
    }

    @Override
    public ObjectNode constant(Type.Constant type) {
        ObjectNode schema = NODES.objectNode();
        return switch (type.plain()) {
            case STRING -> schema.put("const", type.text());
            case LONG -> schema.put("const", Long.parseLong(type.text()));
            default -> schema.put("const", Boolean.parseBoolean(type.text()));
        };
    }

    @Override
    public ObjectNode checked(Type.Checked type) {
        return Limits.on(of(type.type()), type.rules());
    }

    @Override
    public ObjectNode sequence(Type.Sequence type) {
        ObjectNode schema = typed("array");
        schema.set("items", of(type.element()));
        return type.kind().isSet() ? schema.put("uniqueItems", true) : schema;
    }

    @Override
    public ObjectNode map(Type.MapOf type) {
        ObjectNode schema = typed("object");
        schema.set("additionalProperties", of(type.value()));
        return schema;
    }

    @Override
    public ObjectNode array(Type.ArrayOf type) {
        if (type.element().is(PlainType.BYTE)) {
            return typed("string").put("format", "byte").put("contentEncoding", "base64");
        } else if (type.element().is(PlainType.CHAR)) {
            return typed("string");
        }
        ObjectNode schema = typed("array");
        schema.set("items", of(type.element()));
        return schema;
    }

    /** The declaration of a type of the user's. */
    ModelType declared(Type.Model type) {
        return api.model(type.name());
    }

    @Override
    public ObjectNode model(Type.Model type) {
        return reference(type);
    }

    @Override
    public ObjectNode variable(Type.Variable type) {
        return NODES.objectNode();
    }

    @Override
    public ObjectNode wildcard(Type.Wildcard type) {
        return of(type.bound());
    }

    @Override
    public ObjectNode custom(Type.Custom type) {
        return NODES.objectNode();
    }

    @Override
    public ObjectNode named(Type.Named type) {
        return NODES.objectNode();
    }

    @Override
    public ObjectNode unsupported(Type.Unsupported type) {
        return NODES.objectNode();
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

    ObjectNode reference(Type.Model type) {
        String name = names.get(type);
        if (name == null) {
            name = free(type.accept(NAMES));
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

    private ObjectNode describe(ModelType model, Type.Model type) {
        ObjectNode schema = NODES.objectNode();
        String docs = Markdown.of(model.header().docs().body());
        if (!docs.isEmpty()) {
            schema.put("description", docs);
        }
        return model.accept(new ModelSchemas(this, Substitution.of(model, type), schema));
    }
}
