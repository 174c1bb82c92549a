package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parameters among each other. */
final class ParameterChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                addDuplicates(method, problems);
                addLateRequired(method, problems);
                method.parameters().forEach(parameter -> addRest(parameter, problems));
            }
        }
        return problems;
    }

    private static void addDuplicates(Method method, List<Problem> problems) {
        Map<String, Parameter> known = new HashMap<>();
        for (Parameter parameter : method.parameters()) {
            Parameter other = known.putIfAbsent(parameter.wireName(), parameter);
            if (other != null) {
                problems.add(Problem.error(
                        "duplicate-parameter-name",
                        parameter.place(),
                        other.name() + " and " + parameter.name() + " of " + method.name() + " are both \""
                                + parameter.wireName() + "\" on the wire. Rename one with @RpcParam."));
            }
            if (parameter.wireName().isEmpty()) {
                problems.add(Problem.error(
                        "empty-name",
                        parameter.place(),
                        parameter.name() + " has an empty name on the wire. Give @RpcParam a name, or remove it."));
            }
        }
    }

    private static void addLateRequired(Method method, List<Problem> problems) {
        Parameter optional = null;
        for (Parameter parameter : method.parameters()) {
            if (!parameter.isRequired()) {
                optional = optional == null ? parameter : optional;
            } else if (optional != null && !method.is(Method.Trait.BY_NAME)) {
                problems.add(Problem.warning(
                        "required-after-optional",
                        parameter.place(),
                        parameter.name() + " is required and stands behind " + optional.name()
                                + ", which is not, so that"
                                + " by position " + optional.name() + " must always be given. Put it before, or send by"
                                + " name with @RpcMethod(params = ParamStructure.BY_NAME)."));
                return;
            }
        }
    }

    private static void addRest(Parameter parameter, List<Problem> problems) {
        if (!parameter.rest()) {
            return;
        }
        if (parameter.type().nonNull().isTextArray() || parameter.type().nonNull() instanceof Type.Custom) {
            String type = TypeText.of(parameter);
            problems.add(Problem.error(
                    "varargs-type",
                    parameter.place(),
                    parameter.name() + " is " + type + ", but one " + type.replace("...", "[]")
                            + " is one value on the wire and no list of arguments. Write " + type.replace("...", "[]")
                            + "."));
        }
    }
}
