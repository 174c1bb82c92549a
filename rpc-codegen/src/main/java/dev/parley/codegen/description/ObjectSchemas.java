package dev.parley.codegen.description;

import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.ModelType.Presence;
import java.util.ArrayList;
import java.util.List;
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
            properties.set(member.wireName(), member(member, arguments));
            if (member.presence() == Presence.REQUIRED) {
                required.add(member.wireName());
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
    }

    private ObjectNode member(Member member, Substitution arguments) {
        ObjectNode schema = schemas.of(arguments.apply(member.type()));
        if (!member.docs().isEmpty() && !schema.has("$ref")) {
            schema.put("description", Markdown.of(member.docs()));
        }
        if (!member.reading().isPossible()) {
            schema.put("writeOnly", true);
        }
        return schema;
    }
}
