package dev.parley.codegen.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Service;
import javax.lang.model.element.Modifier;

/** Writes {@code XClient}: the interface, and on top of it what a caller may want instead of waiting. */
final class ClientWriter {
    private final GeneratedNames names;
    private final Suppressions suppressions;

    ClientWriter(GeneratedNames names, Suppressions suppressions) {
        this.names = names;
        this.suppressions = suppressions;
    }

    TypeSpec write(Service service) {
        ClassName name = names.client(service);
        ClassName contract = JavaTypes.name(service.name());
        UserNames user = new UserNames(service);
        Calls calls = new Calls(service, names.methods(service), user);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Calls a {@link $T} of a peer. Safe for use by several threads.", contract)
                .addSuperinterface(contract)
                .addField(Runtime.CALLER, user.caller(), Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(user));
        suppressions.add(type, service);
        for (int i = 0; i < service.methods().size(); i++) {
            type.addMethod(call(service.methods().get(i), i, calls, user));
        }
        NestedClient nested = new NestedClient(service, name, calls, user);
        return type.addMethod(nested.async())
                .addMethod(nested.notifying())
                .addMethod(nested.batch())
                .addMethod(dynamic(user))
                .addType(nested.asyncType())
                .addType(nested.notifyingType())
                .addType(nested.batchType())
                .build();
    }

    private static MethodSpec constructor(UserNames user) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Calls through {@code $L}, which is usually a peer.", user.caller())
                .addParameter(Runtime.CALLER, user.caller())
                .addStatement("this.$1N = $1N", user.caller())
                .build();
    }

    private static MethodSpec call(Method method, int index, Calls calls, UserNames user) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(method.name())
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Signatures.result(method))
                .addExceptions(method.errors().stream()
                        .map(DeclaredError::type)
                        .map(JavaTypes::name)
                        .toList());
        addDeprecation(code, method);
        if (method.name().equals("finalize") && method.parameters().isEmpty()) {
            // It hides a method of Object's that is to be removed, which its user chose.
            code.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        calls.addParameters(code, method);
        return code.addStatement(calls.statement(method, index, user.caller(), kind(method)))
                .build();
    }

    private static Calls.Kind kind(Method method) {
        if (method.is(Trait.NOTIFICATION)) {
            return Calls.Kind.NOTIFY;
        }
        return method.returns() == Method.Returns.VALUE ? Calls.Kind.CALL : Calls.Kind.CALL_ASYNC;
    }

    static void addDeprecation(MethodSpec.Builder code, Method method) {
        if (method.is(Trait.FOR_REMOVAL)) {
            code.addAnnotation(AnnotationSpec.builder(Deprecated.class)
                    .addMember("forRemoval", "true")
                    .build());
        } else if (method.is(Trait.DEPRECATED)) {
            code.addAnnotation(Deprecated.class);
        }
    }

    private static MethodSpec dynamic(UserNames user) {
        TypeName params = Runtime.JSON_VALUE.annotated(Runtime.NULLABLE);
        CodeBlock call =
                CodeBlock.of("return $N.call($T.untyped(method), params)", user.caller(), Runtime.METHOD_DESCRIPTOR);
        return MethodSpec.methodBuilder(user.call())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "Calls any method by its name on the wire; {@code params} is an array, an object, or null for none.")
                .returns(Runtime.JSON_VALUE)
                .addParameter(String.class, "method")
                .addParameter(ParameterSpec.builder(params, "params").build())
                .addStatement(call)
                .build();
    }
}
