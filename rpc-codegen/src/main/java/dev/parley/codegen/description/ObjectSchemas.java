package dev.parley.codegen.description;

import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.ModelType.Presence;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of objects with members. */
final class ObjectSchemas {
    private final Schemas schemas;

    ObjectSchemas(Schemas schemas) {
        this.schemas = schemas;
    }

    void describe(ObjectType type, Substitution arguments, ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        List<String> required = new ArrayList<>();
        if (type.tag() != null) {
            properties.putObject(type.tag().member()).put("const", type.tag().value());
            required.add(type.tag().member());
        }
        for (Member member : type.members()) {
            properties.set(member.wireName(), member(member, arguments, type));
            if (member.presence() == Presence.REQUIRED) {
                required.add(member.wireName());
            }
        }
        if (properties.isEmpty() && type.rest() == null) {
            // Else it would be a map.
            schema.put("additionalProperties", false);
        }
        if (type.rest() != null) {
            ObjectNode others = schemas.of(arguments.apply(type.rest().type()));
            schema.set("additionalProperties", others.isEmpty() ? JsonNodeFactory.instance.booleanNode(true) : others);
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
    }

    private ObjectNode member(Member member, Substitution arguments, ObjectType owner) {
        Type type = arguments.apply(member.type());
        // What is left out when it is null is never null on the wire.
        boolean leftOut = member.inclusion() == Inclusion.NON_NULL && member.presence() == Presence.ABSENT_IS_NULL;
        ObjectNode schema = schemas.of(leftOut ? type.nonNull() : type);
        String docs = member.docs().isEmpty() ? owner.header().docs().parameter(member.name()) : member.docs();
        if (!docs.isEmpty() && !schema.has("$ref")) {
            schema.put("description", Markdown.of(docs));
        }
        if (!member.reading().isPossible()) {
            schema.put("writeOnly", true);
        }
        return schema;
    }
}
