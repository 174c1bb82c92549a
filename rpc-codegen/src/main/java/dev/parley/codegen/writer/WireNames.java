package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.Constant;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.ModelType.Presence;
import dev.parley.codegen.model.ModelTypeVisitor;
import dev.parley.codegen.model.Type;

/**
 * The annotations that say in the source what a document said: names on the wire, and what is left out. Whoever uses a
 * model type in an interface of their own gets the same JSON.
 */
final class WireNames {
    private static final String PACKAGE = "com.fasterxml.jackson.annotation";
    private static final ClassName PROPERTY = ClassName.get(PACKAGE, "JsonProperty");
    private static final ClassName INCLUDE = ClassName.get(PACKAGE, "JsonInclude");

    private WireNames() {}

    /** The body of a constant. */
    static TypeSpec on(Constant constant) {
        TypeSpec.Builder body = TypeSpec.anonymousClassBuilder("");
        if (!constant.wireName().equals(constant.name())) {
            body.addAnnotation(AnnotationSpec.builder(PROPERTY)
                    .addMember("value", "$L", StringLiteral.of(constant.wireName()))
                    .build());
        }
        return body.build();
    }

    /** A component of a record. */
    static ParameterSpec on(ObjectType type, Member member) {
        ParameterSpec.Builder code = ModelTypeWriter.component(member).toBuilder();
        boolean renamed = !member.wireName().equals(member.name());
        boolean demanded =
                member.presence() == Presence.REQUIRED && member.type().isNullable();
        if (renamed || demanded) {
            AnnotationSpec.Builder property = AnnotationSpec.builder(PROPERTY);
            if (renamed) {
                property.addMember("value", "$L", StringLiteral.of(member.wireName()));
            }
            if (demanded) {
                property.addMember("required", "true");
            }
            code.addAnnotation(property.build());
        }
        if (demanded && leavesOutNulls(type)) {
            code.addAnnotation(include("ALWAYS"));
        }
        return code.build();
    }

    /** Whether only its codec knows what it looks like on the wire: no annotation on its parts could say so. */
    static boolean needsCodec(ModelType model, Api api) {
        boolean isCase = !(model instanceof ModelType.EnumType)
                && api.models().values().stream().anyMatch(other -> hasCase(other, model));
        return isCase || model.accept(new NeedsCodec());
    }

    private static boolean hasCase(ModelType family, ModelType model) {
        return family instanceof ModelType.ChoiceType choice
                && choice.options().stream()
                        .anyMatch(option -> option.type().name().equals(model.name()));
    }

    /** Kinds of types whose annotations can't say what they look like. */
    private static final class NeedsCodec implements ModelTypeVisitor<Boolean> {
        @Override
        public Boolean enumeration(ModelType.EnumType type) {
            return false;
        }

        @Override
        public Boolean object(ModelType.ObjectType type) {
            return type.rest() != null
                    || type.members().stream()
                            .anyMatch(member -> member.wireName().isEmpty())
                    || type.members().stream()
                            .map(Member::type)
                            .anyMatch(each -> each instanceof Type.MaybeOf || each instanceof Type.Constant);
        }

        @Override
        public Boolean tuple(ModelType.TupleType type) {
            return true;
        }

        @Override
        public Boolean choice(ModelType.ChoiceType type) {
            return true;
        }

        @Override
        public Boolean union(ModelType.UnionType type) {
            return false;
        }

        @Override
        public Boolean value(ModelType.ValueType type) {
            return false;
        }

        @Override
        public Boolean opaque(ModelType.OpaqueType type) {
            return false;
        }
    }

    /** What names that codec. */
    static AnnotationSpec codec(ClassName codec) {
        return AnnotationSpec.builder(ClassName.get("dev.parley.annotation", "RpcCodec"))
                .addMember("value", "$T.class", codec)
                .build();
    }

    /** Whether some of its members are left out when they are null. */
    static boolean leavesOutNulls(ObjectType type) {
        return type.members().stream().anyMatch(member -> member.inclusion() == Inclusion.NON_NULL);
    }

    static AnnotationSpec include(String what) {
        return AnnotationSpec.builder(INCLUDE)
                .addMember("value", "$T.$L", INCLUDE.nestedClass("Include"), what)
                .build();
    }
}
