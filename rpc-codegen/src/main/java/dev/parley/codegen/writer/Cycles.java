package dev.parley.codegen.writer;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which model types contain each other. Between their codecs, references wait until they are used: a class that is being
 * initialized would else be seen half made.
 */
final class Cycles {
    private static final MadeOf MADE_OF = new MadeOf();

    private final Map<ClassRef, Set<ClassRef>> reachable = new HashMap<>();

    Cycles(Api api) {
        for (ClassRef model : api.models().keySet()) {
            Set<ClassRef> found = new HashSet<>();
            collect(api, model, found);
            reachable.put(model, found);
        }
    }

    private static void collect(Api api, ClassRef from, Set<ClassRef> found) {
        api.model(from).accept(MADE_OF).forEach(type -> collect(api, type, found));
    }

    private static void collect(Api api, Type type, Set<ClassRef> found) {
        type.asModel().filter(model -> found.add(model.name())).ifPresent(model -> collect(api, model.name(), found));
        type.parts().forEach(part -> collect(api, part, found));
    }

    /** The types whose codecs are made together with that of a model type. */
    private static final class MadeOf implements ModelTypeVisitor<List<Type>> {
        @Override
        public List<Type> enumeration(ModelType.EnumType type) {
            return type.parts();
        }

        @Override
        public List<Type> object(ModelType.ObjectType type) {
            return type.parts();
        }

        @Override
        public List<Type> tuple(ModelType.TupleType type) {
            return type.parts();
        }

        @Override
        public List<Type> choice(ModelType.ChoiceType type) {
            // Its codec looks for those of its options only when it reads.
            return List.of();
        }

        @Override
        public List<Type> union(ModelType.UnionType type) {
            return type.parts();
        }

        @Override
        public List<Type> value(ModelType.ValueType type) {
            return type.parts();
        }

        @Override
        public List<Type> opaque(ModelType.OpaqueType type) {
            return type.parts();
        }
    }

    /** Whether a codec reaches the one that asks. */
    boolean reaches(ClassRef from, ClassRef to) {
        return reachable.getOrDefault(from, Set.of()).contains(to);
    }
}
