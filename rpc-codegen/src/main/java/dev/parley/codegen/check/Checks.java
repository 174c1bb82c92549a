package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** All checks; all problems of one run are given at once. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new ServiceChecks(),
            new MethodChecks(),
            new WireNames(),
            new ParameterChecks(),
            new DefaultChecks(),
            new TypeChecks(),
            new ErrorChecks(),
            new ModelChecks(),
            new GrowingTypes(),
            new GeneratedNameChecks());

    private Checks() {}

    /** Runs all. */
    public static List<Problem> run(List<Api> apis) {
        List<Problem> problems = new ArrayList<>();
        apis.forEach(api -> ALL.forEach(check -> problems.addAll(check.check(api))));
        return problems.stream().distinct().toList();
    }
}
