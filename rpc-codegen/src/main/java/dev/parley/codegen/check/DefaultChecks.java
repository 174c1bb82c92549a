package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeText;
import java.util.ArrayList;
import java.util.List;

/** Default values, by their types. */
final class DefaultChecks implements Check {
    @Override
    public List<Finding> check(Api api) {
        Defaults defaults = new Defaults(api);
        List<Finding> findings = new ArrayList<>();
        for (Service service : api.services()) {
            for (Method method : service.methods()) {
                for (Parameter parameter : method.parameters()) {
                    if (parameter.defaultText() != null && !(parameter.type() instanceof Type.Unsupported)) {
                        check(parameter, defaults, findings);
                    }
                }
            }
        }
        return findings;
    }

    private static void check(Parameter parameter, Defaults defaults, List<Finding> findings) {
        if (parameter.rest()) {
            findings.add(Finding.error(
                    "default-conflict",
                    parameter.place(),
                    parameter.name()
                            + " takes all arguments that are left, so it is never missing. Remove @RpcDefault."));
        } else if (parameter.mayBeAbsent()) {
            findings.add(Finding.error(
                    "default-conflict",
                    parameter.place(),
                    parameter.name()
                            + " may be absent, and has a default value: it can't be both. Remove @RpcDefault, or"
                            + " @Nullable or Optional."));
        } else {
            checkText(parameter, String.valueOf(parameter.defaultText()), defaults, findings);
        }
    }

    private static void checkText(Parameter parameter, String text, Defaults defaults, List<Finding> findings) {
        try {
            defaults.read(parameter.type(), text);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                    "default-value",
                    parameter.place(),
                    "\"" + text + "\" is no " + TypeText.of(parameter.type()) + ", the type of " + parameter.name()
                            + ": " + e.getMessage() + "."));
        }
    }
}
