package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** Default values, by their types. */
final class DefaultChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        Defaults defaults = new Defaults(api);
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                for (Parameter parameter : method.parameters()) {
                    if (parameter.defaultText() != null && !(parameter.type() instanceof Type.Unsupported)) {
                        check(parameter, defaults, problems);
                    }
                }
            }
        }
        return problems;
    }

    private static void check(Parameter parameter, Defaults defaults, List<Problem> problems) {
        if (parameter.rest()) {
            problems.add(Problem.error(
                    "default-conflict",
                    parameter.place(),
                    parameter.name()
                            + " takes all arguments that are left, so it is never missing. Remove @RpcDefault."));
        } else if (parameter.mayBeAbsent()) {
            problems.add(Problem.error(
                    "default-conflict",
                    parameter.place(),
                    parameter.name()
                            + " may be absent, and has a default value: it can't be both. Remove @RpcDefault, or"
                            + " @Nullable or Optional."));
        } else {
            checkText(parameter, String.valueOf(parameter.defaultText()), defaults, problems);
        }
    }

    private static void checkText(Parameter parameter, String text, Defaults defaults, List<Problem> problems) {
        try {
            defaults.read(parameter.type(), text);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.error(
                    "default-value",
                    parameter.place(),
                    "\"" + text + "\" is no " + TypeText.of(parameter.type()) + ", the type of " + parameter.name()
                            + ": " + e.getMessage() + "."));
        }
    }
}
