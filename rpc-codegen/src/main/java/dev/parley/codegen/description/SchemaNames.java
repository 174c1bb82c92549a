package dev.parley.codegen.description;

import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;

/** What the schema of a type is called when others refer to it: {@code PageOfPersonList}. */
final class SchemaNames implements TypeVisitor<String> {
    private static final String OTHER = "Value";

    @Override
    public String plain(Type.Plain type) {
        String java = type.plain().javaName();
        return java.substring(java.lastIndexOf('.') + 1);
    }

    @Override
    public String nullable(Type.NullableOf type) {
        return type.type().accept(this);
    }

    @Override
    public String optional(Type.OptionalOf type) {
        return OTHER;
    }

    @Override
    public String maybe(Type.MaybeOf type) {
        return OTHER;
    }

    @Override
    public String constant(Type.Constant type) {
        return OTHER;
    }

    @Override
    public String checked(Type.Checked type) {
        return OTHER;
    }

    @Override
    public String sequence(Type.Sequence type) {
        return type.element().accept(this) + "List";
    }

    @Override
    public String map(Type.MapOf type) {
        return type.value().accept(this) + "Map";
    }

    @Override
    public String array(Type.ArrayOf type) {
        return OTHER;
    }

    @Override
    public String model(Type.Model type) {
        StringBuilder name = new StringBuilder(type.name().simpleName());
        for (Type argument : type.arguments()) {
            name.append(name.indexOf("Of") < 0 ? "Of" : "And").append(argument.accept(this));
        }
        return name.toString().replaceAll("[^A-Za-z0-9._-]", "_");
    }

    @Override
    public String variable(Type.Variable type) {
        return OTHER;
    }

    @Override
    public String wildcard(Type.Wildcard type) {
        return type.bound().accept(this);
    }

    @Override
    public String custom(Type.Custom type) {
        return OTHER;
    }

    @Override
    public String named(Type.Named type) {
        return OTHER;
    }

    @Override
    public String unsupported(Type.Unsupported type) {
        return OTHER;
    }
}
