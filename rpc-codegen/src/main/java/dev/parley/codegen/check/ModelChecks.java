package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Types of the user's. */
final class ModelChecks implements Check {
    private static final WireNamesOf NAMES = new WireNamesOf();

    @Override
    public List<Problem> check(Api api) {
        List<Problem> problems = new ArrayList<>();
        for (ModelType model : api.models().values()) {
            String name = model.name().simpleName();
            if (!model.header().visible()) {
                problems.add(Problem.error(
                        "not-accessible",
                        model.header().place(),
                        name + " can't be reached by generated code in the package \"" + api.packageName()
                                + "\". Make it public, and the types around it."));
            } else if (model instanceof ModelType.OpaqueType opaque) {
                problems.add(Problem.warning(
                        "databind-fallback",
                        opaque.header().place(),
                        model.name() + " is left to jackson-databind, which needs reflection, because "
                                + opaque.reason() + ". Change it, or name a codec with @RpcCodec."));
            }
            addDuplicates(model, problems);
        }
        return problems;
    }

    private static void addDuplicates(ModelType model, List<Problem> problems) {
        Set<String> known = new HashSet<>();
        model.accept(NAMES)
                .filter(wireName -> !known.add(wireName))
                .forEach(wireName -> problems.add(Problem.error(
                        "duplicate-member-name",
                        model.header().place(),
                        "\"" + wireName + "\" stands for two things in "
                                + model.name().simpleName()
                                + " on the wire. Rename one with an annotation of Jackson's.")));
    }
}
