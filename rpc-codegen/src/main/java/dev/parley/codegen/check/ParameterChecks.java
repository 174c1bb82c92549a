package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.PlainType;
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
    public List<Finding> check(Api api) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                addDuplicates(method, findings);
                addLateRequired(method, findings);
                method.parameters().forEach(parameter -> addRest(parameter, findings));
            }
        }
        return findings;
    }

    private static void addDuplicates(Method method, List<Finding> findings) {
        Map<String, Parameter> known = new HashMap<>();
        for (Parameter parameter : method.parameters()) {
            Parameter other = known.putIfAbsent(parameter.wireName(), parameter);
            if (other != null) {
                findings.add(Finding.error(
                        "duplicate-parameter-name",
                        parameter.place(),
                        other.name() + " and " + parameter.name() + " of " + method.name() + " are both \""
                                + parameter.wireName() + "\" on the wire. Rename one with @RpcParam."));
            }
            if (parameter.wireName().isEmpty()) {
                findings.add(Finding.error(
                        "empty-name",
                        parameter.place(),
                        parameter.name() + " has an empty name on the wire. Give @RpcParam a name, or remove it."));
            }
        }
    }

    private static void addLateRequired(Method method, List<Finding> findings) {
        Parameter optional = null;
        for (Parameter parameter : method.parameters()) {
            if (!parameter.isRequired()) {
                optional = optional == null ? parameter : optional;
            } else if (optional != null && !method.is(Method.Trait.BY_NAME)) {
                findings.add(Finding.warning(
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

    private static void addRest(Parameter parameter, List<Finding> findings) {
        if (!parameter.rest()) {
            return;
        }
        boolean text = parameter.type().nonNull() instanceof Type.ArrayOf array
                && array.element() instanceof Type.Plain plain
                && (plain.plain() == PlainType.BYTE || plain.plain() == PlainType.CHAR);
        if (text || parameter.type().nonNull() instanceof Type.Custom) {
            String type = TypeText.of(parameter);
            findings.add(Finding.error(
                    "varargs-type",
                    parameter.place(),
                    parameter.name() + " is " + type + ", but one " + type.replace("...", "[]")
                            + " is one value on the wire and no list of arguments. Write " + type.replace("...", "[]")
                            + "."));
        }
    }
}
