package dev.parley.codegen.writer;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which model types contain each other. Between their codecs, references wait until they are used: a class that is being
 * initialized would else be seen half made.
 */
final class Cycles {
    private final Map<ClassRef, Set<ClassRef>> reachable = new HashMap<>();

    Cycles(Api api) {
        for (ClassRef model : api.models().keySet()) {
            Set<ClassRef> found = new HashSet<>();
            collect(api, model, found);
            reachable.put(model, found);
        }
    }

    private static void collect(Api api, ClassRef from, Set<ClassRef> found) {
        for (Type type : typesOf(api.model(from))) {
            collect(api, type, found);
        }
    }

    private static void collect(Api api, Type type, Set<ClassRef> found) {
        if (type instanceof Type.Model model && found.add(model.name())) {
            collect(api, model.name(), found);
        }
        type.parts().forEach(part -> collect(api, part, found));
    }

    private static List<Type> typesOf(ModelType model) {
        if (model instanceof ModelType.ObjectType object) {
            return Stream.concat(object.members().stream(), Stream.ofNullable(object.rest()))
                    .map(ModelType.Member::type)
                    .toList();
        } else if (model instanceof ModelType.TupleType tuple) {
            return tuple.members().stream().map(ModelType.Member::type).toList();
        } else if (model instanceof ModelType.UnionType union) {
            return union.cases().stream().<Type>map(ModelType.Case::type).toList();
        } else if (model instanceof ModelType.ValueType value) {
            return List.of(value.value());
        }
        return List.of();
    }

    /** Whether a codec reaches the one that asks. */
    boolean reaches(ClassRef from, ClassRef to) {
        return reachable.getOrDefault(from, Set.of()).contains(to);
    }
}
