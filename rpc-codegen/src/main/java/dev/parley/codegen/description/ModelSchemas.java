package dev.parley.codegen.description;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;
import dev.parley.codegen.model.Type;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in the schema of one type of the user's. */
final class ModelSchemas implements ModelTypeVisitor<ObjectNode> {
    private final Schemas schemas;
    private final Substitution arguments;
    private final ObjectNode schema;

    ModelSchemas(Schemas schemas, Substitution arguments, ObjectNode schema) {
        this.schemas = schemas;
        this.arguments = arguments;
        this.schema = schema;
    }

    @Override
    public ObjectNode enumeration(ModelType.EnumType type) {
        schema.put("type", "string");
        Schemas.addNames(schema, type.constants().stream().map(ModelType.Constant::wireName));
        return schema;
    }

    @Override
    public ObjectNode object(ModelType.ObjectType type) {
        new ObjectSchemas(schemas).describe(type, arguments, schema);
        return schema;
    }

    @Override
    public ObjectNode tuple(ModelType.TupleType type) {
        schema.put("type", "array");
        ArrayNode items = schema.putArray("items");
        // A member that may be missing is null then; null on the wire is something else.
        type.members()
                .forEach(member -> items.add(schemas.of(
                        member.type() instanceof Type.NullableOf nullable
                                ? element(member, nullable)
                                : member.type())));
        if (type.required() > 0) {
            schema.put("minItems", type.required());
        }
        if (type.rest() == null) {
            return schema.put("additionalItems", false);
        }
        ObjectNode rest = schemas.of(type.rest().type());
        return rest.isEmpty() ? schema : schema.set("additionalItems", rest);
    }

    private static Type element(ModelType.Member member, Type.NullableOf type) {
        return member.presence() == ModelType.Presence.REQUIRED ? type : type.type();
    }

    @Override
    public ObjectNode choice(ModelType.ChoiceType type) {
        ArrayNode cases = schema.putArray("anyOf");
        type.options().forEach(option -> cases.add(schemas.of(option.type())));
        if (type.options().stream().filter(this::dropsMembers).count() > 1) {
            // Not "oneOf": what is said of the cases here may be less than the document said that they are made of.
            schema.put("x-exclusive", true);
        }
        return schema;
    }

    private boolean dropsMembers(ModelType.Option option) {
        return schemas.declared(option.type()) instanceof ModelType.ObjectType object && object.rest() == null;
    }

    @Override
    public ObjectNode union(ModelType.UnionType type) {
        ArrayNode cases = schema.putArray("oneOf");
        type.cases().forEach(one -> cases.add(schemas.of(arguments.apply(one.type()))));
        return schema;
    }

    @Override
    public ObjectNode value(ModelType.ValueType type) {
        return schema.setAll(schemas.of(arguments.apply(type.value())));
    }

    @Override
    public ObjectNode opaque(ModelType.OpaqueType type) {
        return schema;
    }
}
