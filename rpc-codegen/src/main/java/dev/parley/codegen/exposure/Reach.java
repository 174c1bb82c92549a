package dev.parley.codegen.exposure;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;
import java.util.HashSet;
import java.util.List;
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
        type.accept(new Noting(place)).forEach(part -> add(place, part));
    }

    private void add(ModelType model) {
        String name = model.name().simpleName();
        if (model instanceof ModelType.OpaqueType) {
            databind.add(model.name().qualifiedName());
        }
        if (model.allMembers().isEmpty()) {
            model.parts().forEach(part -> add(name, part));
        }
        model.allMembers().forEach(member -> add(name + "." + member.name(), member.type()));
    }

    /** Notes what stands in one place, and gives the types that are to be looked at after it. */
    private final class Noting implements TypeVisitor<List<Type>> {
        private final String place;

        Noting(String place) {
            this.place = place;
        }

        @Override
        public List<Type> plain(Type.Plain type) {
            if (type.plain() == PlainType.JSON_VALUE) {
                untyped.add(place);
            }
            return List.of();
        }

        @Override
        public List<Type> nullable(Type.NullableOf type) {
            return type.parts();
        }

        @Override
        public List<Type> optional(Type.OptionalOf type) {
            return type.parts();
        }

        @Override
        public List<Type> maybe(Type.MaybeOf type) {
            return type.parts();
        }

        @Override
        public List<Type> constant(Type.Constant type) {
            return List.of();
        }

        @Override
        public List<Type> checked(Type.Checked type) {
            return type.parts();
        }

        @Override
        public List<Type> sequence(Type.Sequence type) {
            return type.parts();
        }

        @Override
        public List<Type> map(Type.MapOf type) {
            return type.parts();
        }

        @Override
        public List<Type> array(Type.ArrayOf type) {
            return type.parts();
        }

        @Override
        public List<Type> model(Type.Model type) {
            if (seen.add(type.name())) {
                add(api.model(type.name()));
            }
            return type.arguments();
        }

        @Override
        public List<Type> variable(Type.Variable type) {
            return List.of();
        }

        @Override
        public List<Type> wildcard(Type.Wildcard type) {
            return type.parts();
        }

        @Override
        public List<Type> custom(Type.Custom type) {
            codecs.add(type.codec().qualifiedName());
            return List.of();
        }

        @Override
        public List<Type> named(Type.Named type) {
            return List.of();
        }

        @Override
        public List<Type> unsupported(Type.Unsupported type) {
            return List.of();
        }
    }
}
