package dev.parley.codegen.exposure;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which of the server's limits alone bound what a peer can make a method take: its types bound neither the length of a
 * text or a list, nor how deep a type goes that may hold itself. Filled while it is made.
 */
final class Bounds {
    private static final String SIZE = "messageBytes";
    private static final String DEPTH = "depth";
    private static final Set<PlainType> TEXTS = Set.of(PlainType.STRING, PlainType.URI);

    private final Api api;
    private final Set<ClassRef> around = new HashSet<>();
    private final Set<ClassRef> done = new HashSet<>();
    private final SortedSet<String> limits = new TreeSet<>();

    private Bounds(Api api) {
        this.api = api;
    }

    /** The names of the limits. */
    static SortedSet<String> of(Api api, Method method) {
        Bounds bounds = new Bounds(api);
        method.parameters().stream().map(Parameter::type).forEach(bounds::add);
        return bounds.limits;
    }

    private void add(Type type) {
        if (type instanceof Type.Plain plain) {
            addPlain(plain.plain());
        } else if (type instanceof Type.Custom) {
            addUnknown();
        } else if (type instanceof Type.Sequence || type instanceof Type.MapOf || type instanceof Type.ArrayOf) {
            limits.add(SIZE);
        } else if (type instanceof Type.Model model) {
            addModel(model.name());
        }
        type.parts().forEach(this::add);
    }

    private void addPlain(PlainType type) {
        if (type == PlainType.JSON_VALUE) {
            addUnknown();
        } else if (TEXTS.contains(type)) {
            limits.add(SIZE);
        }
    }

    /** What only a codec knows that was not generated may have any size and depth. */
    private void addUnknown() {
        limits.add(SIZE);
        limits.add(DEPTH);
    }

    private void addModel(ClassRef name) {
        if (around.contains(name)) {
            addUnknown();
        } else if (done.add(name)) {
            around.add(name);
            addParts(api.model(name));
            around.remove(name);
        }
    }

    private void addParts(ModelType model) {
        if (model instanceof ModelType.OpaqueType) {
            addUnknown();
        } else if (model instanceof ModelType.ObjectType object) {
            object.members().forEach(member -> add(member.type()));
            if (object.rest() != null) {
                limits.add(SIZE);
                add(object.rest().type());
            }
        } else if (model instanceof ModelType.TupleType tuple) {
            tuple.members().forEach(member -> add(member.type()));
        } else if (model instanceof ModelType.UnionType union) {
            union.cases().forEach(one -> add(one.type()));
        } else if (model instanceof ModelType.ChoiceType choice) {
            choice.options().forEach(option -> add(option.type()));
        } else if (model instanceof ModelType.ValueType value) {
            add(value.value());
        }
    }
}
