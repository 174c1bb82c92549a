package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Generic types that hold themselves with type arguments that grow: {@code Nest<T>} with a {@code Nest<List<T>>}. Each
 * would lead to endlessly many types. A type parameter flows into another where it is an argument, alone or inside
 * another type; what flows back to itself and was inside another type on its way grows.
 */
final class GrowingTypes implements Check {
    private record Parameter(ClassRef type, String name) {}

    private record Flow(Parameter from, Parameter to, boolean inside) {}

    @Override
    public List<Problem> check(Api api) {
        List<Flow> flows = new ArrayList<>();
        for (ModelType model : api.models().values()) {
            model.parts().forEach(part -> collect(api, model, part, flows));
        }
        return flows.stream()
                .filter(flow -> flow.inside() && reaches(flow.to(), flow.from(), flows, new HashSet<>()))
                .map(flow -> flow.from().type())
                .distinct()
                .map(api::model)
                .map(GrowingTypes::problem)
                .toList();
    }

    private static Problem problem(ModelType model) {
        return Problem.error(
                "growing-type",
                model.header().place(),
                model.name().simpleName()
                        + " holds itself with type arguments that grow with each step, so that there would"
                        + " be no end of types. Use the same arguments inside as outside, or name a codec with @RpcCodec.");
    }

    private static void collect(Api api, ModelType owner, Type type, List<Flow> flows) {
        type.asModel().ifPresent(model -> {
            List<ModelType.TypeParameter> parameters =
                    api.model(model.name()).header().typeParameters();
            for (int i = 0; i < model.arguments().size(); i++) {
                Parameter to = new Parameter(model.name(), parameters.get(i).name());
                add(owner, model.arguments().get(i), to, false, flows);
            }
        });
        type.parts().forEach(part -> collect(api, owner, part, flows));
    }

    private static void add(ModelType owner, Type argument, Parameter to, boolean inside, List<Flow> flows) {
        if (argument instanceof Type.Variable variable) {
            flows.add(new Flow(new Parameter(owner.name(), variable.name()), to, inside));
        }
        boolean grows = inside || !argument.isNullable();
        argument.parts().forEach(part -> add(owner, part, to, grows, flows));
    }

    private static boolean reaches(Parameter from, Parameter to, List<Flow> flows, Set<Parameter> seen) {
        return from.equals(to)
                || seen.add(from)
                        && flows.stream()
                                .filter(flow -> flow.from().equals(from))
                                .anyMatch(flow -> reaches(flow.to(), to, flows, seen));
    }
}
