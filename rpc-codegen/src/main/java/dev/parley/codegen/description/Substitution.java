package dev.parley.codegen.description;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.List;
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

    static Type bare(Type type) {
        if (type instanceof Type.NullableOf nullable) {
            return bare(nullable.type());
        }
        return type instanceof Type.Wildcard wildcard ? bare(wildcard.bound()) : type;
    }

    Type apply(Type type) {
        if (type instanceof Type.Variable variable) {
            return arguments.getOrDefault(variable.name(), type);
        } else if (type instanceof Type.NullableOf nullable) {
            return apply(nullable.type()).orNull();
        } else if (type instanceof Type.OptionalOf optional) {
            return new Type.OptionalOf(apply(optional.content()));
        } else if (type instanceof Type.Sequence sequence) {
            return new Type.Sequence(sequence.kind(), apply(sequence.element()));
        } else if (type instanceof Type.MapOf map) {
            return new Type.MapOf(map.sorted(), apply(map.key()), apply(map.value()));
        } else if (type instanceof Type.ArrayOf array) {
            return new Type.ArrayOf(apply(array.element()));
        } else if (type instanceof Type.Model model) {
            return new Type.Model(model.name(), all(model.arguments()));
        }
        return type;
    }

    private List<Type> all(List<Type> types) {
        return types.stream().map(this::apply).toList();
    }
}
