package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Service;

/** Keeps javac quiet where generated code has to name what its user has deprecated. */
final class Suppressions {
    private final boolean anyModel;

    Suppressions(Api api) {
        anyModel =
                api.models().values().stream().anyMatch(model -> model.header().deprecated());
    }

    void add(TypeSpec.Builder type, Service service) {
        boolean any = anyModel
                || service.deprecated()
                || service.methods().stream().anyMatch(method -> method.is(Method.Trait.DEPRECATED));
        add(type, any);
    }

    void add(TypeSpec.Builder type, ModelType model) {
        add(type, anyModel || model.header().deprecated());
    }

    private static void add(TypeSpec.Builder type, boolean any) {
        if (any) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
    }
}
