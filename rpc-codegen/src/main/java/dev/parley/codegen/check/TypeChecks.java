package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;

/** Types whose values can't travel. */
final class TypeChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                add("The result of " + method.name(), alone(method.result()), method.place(), api, problems);
                for (Parameter parameter : method.parameters()) {
                    add("The parameter " + parameter.name(), alone(parameter.type()), parameter.place(), api, problems);
                }
                for (DeclaredError error : method.errors()) {
                    add("The data of " + error.type().simpleName(), alone(error.data()), error.place(), api, problems);
                }
            }
        }
        for (ModelType model : api.models().values()) {
            String name = model.name().simpleName();
            for (ModelType.Member member : model.allMembers()) {
                add("The member " + member.name() + " of " + name, member.type(), member.place(), api, problems);
            }
            if (model.allMembers().isEmpty()) {
                Place place = model.header().place();
                model.parts().forEach(part -> add("The value of " + name, part, place, api, problems));
            }
        }
        return problems;
    }

    // Nobody could tell whether such a value was left out.
    private static Type alone(Type type) {
        boolean maybe = type.nonNull() instanceof Type.MaybeOf;
        return maybe
                ? new Type.Unsupported(
                        "Maybe",
                        "unserializable-type",
                        "Maybe is for members, which may be missing. Use Optional, or @Nullable.")
                : type;
    }

    private static void add(String what, Type type, Place place, Api api, List<Problem> problems) {
        if (type.parts().stream().anyMatch(part -> part.nonNull() instanceof Type.MaybeOf)) {
            problems.add(Problem.error(
                    "unserializable-type",
                    place,
                    what + " holds a Maybe, which only a member can be: nothing else can be missing. Use Optional."));
        }
        if (type instanceof Type.Unsupported unsupported) {
            problems.add(Problem.error(
                    unsupported.key(), place, what + " is of a type that can't be used. " + unsupported.reason()));
        }
        if (type instanceof Type.Model model
                && !model.arguments().isEmpty()
                && api.model(model.name()) instanceof ModelType.OpaqueType opaque) {
            problems.add(Problem.error(
                    "unserializable-type",
                    place,
                    what + " is of a generic type that can't be treated, because " + opaque.reason()
                            + ". Name a codec with @RpcCodec."));
        }
        if (type instanceof Type.MapOf map
                && map.key().nonNull() instanceof Type.Model key
                && api.model(key.name()) instanceof ModelType.OpaqueType opaque) {
            problems.add(Problem.error(
                    "unserializable-type",
                    place,
                    what + " has keys that can't be treated, because " + opaque.reason()
                            + ". Use another type for them."));
        }
        type.parts().forEach(part -> add(what, part, place, api, problems));
    }
}
