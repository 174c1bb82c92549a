package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import javax.lang.model.element.Modifier;

/** Prints the interface of a service, with the annotations that say again what its wire names are. */
final class InterfaceWriter {
    private static final String ANNOTATIONS = "dev.parley.annotation";

    private final boolean defaultMethods;

    /** @param defaultMethods whether methods have bodies, so that an implementation may leave them out */
    InterfaceWriter(boolean defaultMethods) {
        this.defaultMethods = defaultMethods;
    }

    TypeSpec.Builder write(Service service) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(JavaTypes.name(service.name()))
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(ModelTypeWriter.nullMarked())
                .addAnnotation(ClassName.get(ANNOTATIONS, "RpcService"));
        if (!service.docs().isEmpty()) {
            type.addJavadoc("$L", service.docs().text());
        }
        service.methods().forEach(method -> type.addMethod(method(method)));
        return type;
    }

    private MethodSpec method(Method method) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC, defaultMethods ? Modifier.DEFAULT : Modifier.ABSTRACT)
                .returns(Signatures.result(method));
        if (!method.docs().isEmpty()) {
            code.addJavadoc("$L", method.docs().text());
        }
        annotate(code, method);
        method.errors().forEach(error -> code.addException(JavaTypes.name(error.type())));
        method.parameters().forEach(parameter -> code.addParameter(parameter(parameter)));
        code.varargs(method.hasRest());
        if (defaultMethods) {
            code.addStatement("throw $T.methodNotFound()", ClassName.get("dev.parley.contract", "RpcErrorException"));
        }
        return code.build();
    }

    private static void annotate(MethodSpec.Builder code, Method method) {
        boolean renamed = !method.wireName().equals(method.name());
        if (renamed || method.is(Trait.BY_NAME)) {
            AnnotationSpec.Builder annotation = AnnotationSpec.builder(ClassName.get(ANNOTATIONS, "RpcMethod"));
            if (renamed) {
                annotation.addMember("value", "$L", StringLiteral.of(method.wireName()));
            }
            if (method.is(Trait.BY_NAME)) {
                annotation.addMember("params", "$T.BY_NAME", ClassName.get(ANNOTATIONS, "ParamStructure"));
            }
            code.addAnnotation(annotation.build());
        }
        if (method.is(Trait.NOTIFICATION)) {
            code.addAnnotation(ClassName.get(ANNOTATIONS, "RpcNotification"));
        }
        if (method.is(Trait.IDEMPOTENT)) {
            code.addAnnotation(ClassName.get(ANNOTATIONS, "RpcIdempotent"));
        }
        if (method.is(Trait.SECRET_RESULT)) {
            code.addAnnotation(ClassName.get(ANNOTATIONS, "RpcSecret"));
        }
        ClientWriter.addDeprecation(code, method);
    }

    private static ParameterSpec parameter(Parameter parameter) {
        ParameterSpec.Builder code = ParameterSpec.builder(JavaTypes.of(parameter.type()), parameter.name());
        if (!parameter.wireName().equals(parameter.name())) {
            code.addAnnotation(AnnotationSpec.builder(ClassName.get(ANNOTATIONS, "RpcParam"))
                    .addMember("value", "$L", StringLiteral.of(parameter.wireName()))
                    .build());
        }
        if (parameter.secret()) {
            code.addAnnotation(ClassName.get(ANNOTATIONS, "RpcSecret"));
        }
        if (parameter.defaultText() != null) {
            code.addAnnotation(AnnotationSpec.builder(ClassName.get(ANNOTATIONS, "RpcDefault"))
                    .addMember("value", "$L", StringLiteral.of(parameter.defaultText()))
                    .build());
        }
        return code.build();
    }
}
