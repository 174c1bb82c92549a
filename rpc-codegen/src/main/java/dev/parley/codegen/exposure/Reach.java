package dev.parley.codegen.exposure;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** All that a method's types lead to, at any depth. Filled while it is made. */
final class Reach {
    private final Api api;
    private final Set<ClassRef> seen = new HashSet<>();
    private final SortedSet<String> untyped = new TreeSet<>();
    private final SortedSet<String> databind = new TreeSet<>();
    private final SortedSet<String> codecs = new TreeSet<>();

    Reach(Api api, Method method) {
        this.api = api;
        for (Parameter parameter : method.parameters()) {
            add(parameter.name(), parameter.type());
        }
        add("result", method.result());
        for (DeclaredError error : method.errors()) {
            add(error.type().simpleName(), error.data());
        }
    }

    /** Places that take or give anything: parameters, members, the result. */
    SortedSet<String> untyped() {
        return untyped;
    }

    /** Types that are left to jackson-databind. */
    SortedSet<String> databind() {
        return databind;
    }

    /** Codecs that the user wrote. */
    SortedSet<String> codecs() {
        return codecs;
    }

    private void add(String place, Type type) {
        if (type instanceof Type.Plain plain && plain.plain() == PlainType.JSON_VALUE) {
            untyped.add(place);
        } else if (type instanceof Type.Custom custom) {
            codecs.add(custom.codec().qualifiedName());
        } else if (type instanceof Type.Model model && seen.add(model.name())) {
            add(api.model(model.name()));
        }
        type.parts().forEach(part -> add(place, part));
    }

    private void add(ModelType model) {
        String name = model.name().simpleName();
        if (model instanceof ModelType.OpaqueType) {
            databind.add(model.name().qualifiedName());
        } else if (model instanceof ModelType.ObjectType object) {
            object.members().forEach(member -> addMember(name, member));
            if (object.rest() != null) {
                addMember(name, object.rest());
            }
        } else if (model instanceof ModelType.TupleType tuple) {
            tuple.members().forEach(member -> addMember(name, member));
        } else if (model instanceof ModelType.ChoiceType choice) {
            choice.options().forEach(option -> add(name, option.type()));
        } else if (model instanceof ModelType.UnionType union) {
            union.cases().forEach(one -> add(name, one.type()));
        } else if (model instanceof ModelType.ValueType value) {
            add(name, value.value());
        }
    }

    private void addMember(String name, ModelType.Member member) {
        add(name + "." + member.name(), member.type());
    }
}
