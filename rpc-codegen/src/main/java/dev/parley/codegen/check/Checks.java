package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Stray;
import java.util.ArrayList;
import java.util.List;

/** All checks; all findings of one run are given at once. */
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
            new GeneratedNameChecks());

    private Checks() {}

    /** Runs all. */
    public static List<Finding> run(List<Api> apis, List<Stray> strays) {
        List<Finding> findings = new ArrayList<>();
        apis.forEach(api -> ALL.forEach(check -> findings.addAll(check.check(api))));
        strays.forEach(stray -> findings.add(Finding.error(stray.key(), stray.place(), stray.message())));
        return findings.stream().distinct().toList();
    }
}
