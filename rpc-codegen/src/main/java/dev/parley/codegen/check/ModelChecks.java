package dev.parley.codegen.check;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Types of the user's. */
final class ModelChecks implements Check {
    @Override
    public List<Finding> check(Api api) {
        List<Finding> findings = new ArrayList<>();
        for (ModelType model : api.models().values()) {
            String name = model.name().simpleName();
            if (!model.header().visible()) {
                findings.add(Finding.error(
                        "not-accessible",
                        model.header().place(),
                        name + " can't be reached by generated code in the package \"" + api.packageName()
                                + "\". Make it public, and the types around it."));
            } else if (model instanceof ModelType.OpaqueType opaque) {
                findings.add(Finding.warning(
                        "databind-fallback",
                        opaque.header().place(),
                        model.name() + " is left to jackson-databind, which needs reflection, because "
                                + opaque.reason() + ". Change it, or name a codec with @RpcCodec."));
            }
            addDuplicates(model, findings);
        }
        return findings;
    }

    private static void addDuplicates(ModelType model, List<Finding> findings) {
        Set<String> known = new HashSet<>();
        names(model)
                .filter(wireName -> !known.add(wireName))
                .forEach(wireName -> findings.add(Finding.error(
                        "duplicate-member-name",
                        model.header().place(),
                        "\"" + wireName + "\" stands for two things in "
                                + model.name().simpleName()
                                + " on the wire. Rename one with an annotation of Jackson's.")));
    }

    private static Stream<String> names(ModelType model) {
        if (model instanceof ModelType.EnumType type) {
            return type.constants().stream()
                    .flatMap(constant -> Stream.concat(Stream.of(constant.wireName()), constant.aliases().stream()));
        } else if (model instanceof ModelType.UnionType type) {
            return type.cases().stream().map(ModelType.Case::tag);
        } else if (model instanceof ModelType.ObjectType type) {
            Stream<String> tag =
                    type.tag() == null ? Stream.empty() : Stream.of(type.tag().member());
            Stream<String> members = type.members().stream()
                    .flatMap(member -> Stream.concat(Stream.of(member.wireName()), member.aliases().stream()));
            return Stream.concat(tag, members);
        }
        return Stream.empty();
    }
}
