package dev.parley.codegen.description;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.Map;

/** Puts type arguments in place of type parameters. */
final class Substitution {
    private final Map<String, Type> arguments = new HashMap<>();

    private Substitution() {}

    static Substitution of(ModelType model, Type.Model type) {
        Substitution substitution = new Substitution();
        for (int i = 0; i < type.arguments().size(); i++) {
            String name = model.header().typeParameters().get(i).name();
            substitution.arguments.put(name, type.arguments().get(i));
        }
        return substitution;
    }

    Type apply(Type type) {
        return type instanceof Type.Variable variable
                ? arguments.getOrDefault(variable.name(), type)
                : type.withParts(this::apply);
    }
}
