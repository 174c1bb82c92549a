package dev.parley.codegen.exposure;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
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
    private static final KindBounds KINDS = new KindBounds();

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
        limits.addAll(type.accept(KINDS));
        type.asModel().ifPresent(model -> addModel(model.name()));
        type.parts().forEach(this::add);
    }

    private void addModel(ClassRef name) {
        if (around.contains(name)) {
            limits.addAll(KindBounds.UNKNOWN);
        } else if (done.add(name)) {
            around.add(name);
            addParts(api.model(name));
            around.remove(name);
        }
    }

    private void addParts(ModelType model) {
        limits.addAll(model.accept(KINDS));
        model.parts().forEach(this::add);
    }
}
