package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Service;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the classes inside a client: the same methods without waiting, without an answer, and collected. */
final class NestedClient {
    private final Service service;
    private final ClassName client;
    private final Calls calls;
    private final UserNames user;

    NestedClient(Service service, ClassName client, Calls calls, UserNames user) {
        this.service = service;
        this.client = client;
        this.calls = calls;
        this.user = user;
    }

    MethodSpec async() {
        return opener(user.async(), "Async", "Asynchronous variants of the methods.", user.caller());
    }

    MethodSpec notifying() {
        return opener(
                user.notifying(),
                "Notifying",
                "Variants of the methods that send notifications, to which no peer responds.",
                user.caller());
    }

    MethodSpec batch() {
        return opener(
                user.batch(),
                "Batch",
                "Variants of the methods that collect calls for one batch. For use by one thread; send it once.",
                user.caller() + ".batch()");
    }

    private MethodSpec opener(String name, String type, String docs, String argument) {
        ClassName nested = client.nestedClass(type);
        return MethodSpec.methodBuilder(name)
                .addJavadoc(docs)
                .addModifiers(Modifier.PUBLIC)
                .returns(nested)
                .addStatement("return new $T($L)", nested, argument)
                .build();
    }

    TypeSpec asyncType() {
        TypeSpec.Builder type =
                start("Async", "Asynchronous variants of the methods of {@link $T}.", Runtime.CALLER, user.caller());
        return addMethods(type, user.caller(), Calls.Kind.CALL_ASYNC).build();
    }

    TypeSpec notifyingType() {
        TypeSpec.Builder type =
                start("Notifying", "The methods of {@link $T} as notifications.", Runtime.CALLER, user.caller());
        return addMethods(type, user.caller(), Calls.Kind.NOTIFY).build();
    }

    TypeSpec batchType() {
        TypeSpec.Builder type = start(
                "Batch",
                "Collects calls of the methods of {@link $T}, and sends them as one batch.",
                Runtime.CALL_BATCH,
                user.batchField());
        return addMethods(type, user.batchField(), Calls.Kind.CALL)
                .addMethod(send())
                .build();
    }

    private MethodSpec send() {
        TypeName nothing = Runtime.VOID.annotated(Runtime.NULLABLE);
        return MethodSpec.methodBuilder(user.send())
                .addJavadoc("Sends the calls; completes when every call has ended.")
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(Runtime.FUTURE, nothing))
                .addStatement("return $N.send()", user.batchField())
                .build();
    }

    private TypeSpec.Builder start(String name, String docs, ClassName target, String field) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(docs, JavaTypes.name(service.name()))
                .addField(target, field, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(target, field)
                        .addStatement("this.$1N = $1N", field)
                        .build());
    }

    private TypeSpec.Builder addMethods(TypeSpec.Builder type, String target, Calls.Kind kind) {
        List<Method> methods = service.methods();
        for (int i = 0; i < methods.size(); i++) {
            boolean notification = methods.get(i).is(Trait.NOTIFICATION);
            type.addMethod(method(methods.get(i), i, target, notification ? Calls.Kind.NOTIFY : kind));
        }
        return type;
    }

    private MethodSpec method(Method method, int index, String target, Calls.Kind kind) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(UserNames.outsideInterface(method))
                .addModifiers(Modifier.PUBLIC)
                .returns(kind == Calls.Kind.NOTIFY ? TypeName.VOID : Signatures.future(method));
        ClientWriter.addDeprecation(code, method);
        calls.addParameters(code, method);
        return code.addStatement(calls.statement(method, index, target, kind)).build();
    }
}
