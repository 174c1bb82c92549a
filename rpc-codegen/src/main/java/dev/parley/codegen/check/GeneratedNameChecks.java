package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.List;

/** Classes of the user's that are named as ours would be: ours give way, but users should know. */
final class GeneratedNameChecks implements Check {
    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (Service service : api.services()) {
            for (String suffix : List.of("Client", "Skeleton")) {
                String name = service.name().joinedName() + suffix;
                if (api.taken().contains(ClassRef.topLevel(api.packageName(), name))) {
                    problems.add(Problem.warning(
                            "name-taken",
                            service.place(),
                            name + " exists already, so that the generated one has a number behind its name. Rename"
                                    + " yours to have it without."));
                }
            }
        }
        return problems;
    }
}
