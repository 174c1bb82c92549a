package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.ModelType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Leaves families to databind that have a type without a codec that could read and write it behind a tag: databind treats
 * a family as a whole.
 */
final class Fallbacks {
    private final Map<ClassRef, ModelType> models;

    private Fallbacks(Map<ClassRef, ModelType> models) {
        this.models = models;
    }

    static Map<ClassRef, ModelType> in(Map<ClassRef, ModelType> models) {
        Fallbacks fallbacks = new Fallbacks(models);
        Map<ClassRef, ModelType> result = new TreeMap<>();
        models.forEach((name, model) -> result.put(name, fallbacks.of(model)));
        return result;
    }

    private ModelType of(ModelType model) {
        if (!(model instanceof ModelType.UnionType union)) {
            return model;
        }
        return union.cases().stream()
                .map(one -> models.get(one.type().name()))
                .flatMap(one -> reason(one).stream())
                .findFirst()
                .<ModelType>map(reason -> new ModelType.OpaqueType(union.header(), reason))
                .orElse(union);
    }

    /** Why a type can't be one of a family that is told apart by a tag; nothing when it can. */
    private static Optional<String> reason(ModelType model) {
        String subtype = "its subtype " + model.name().simpleName() + " is ";
        if (model instanceof ModelType.OpaqueType opaque) {
            return Optional.of(subtype + "left to it too, because " + opaque.reason());
        }
        boolean tagged = model instanceof ModelType.ObjectType object && object.tag() != null;
        return tagged
                ? Optional.empty()
                : Optional.of(subtype + "not an object with members, which could carry the type's name");
    }
}
