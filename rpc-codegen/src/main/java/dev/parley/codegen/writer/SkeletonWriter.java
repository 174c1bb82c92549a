package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes {@code XSkeleton}: a small named method for each call, so that stack traces and breakpoints speak. */
final class SkeletonWriter {
    private final GeneratedNames names;
    private final Suppressions suppressions;

    SkeletonWriter(GeneratedNames names, Suppressions suppressions) {
        this.names = names;
        this.suppressions = suppressions;
    }

    TypeSpec write(Service service) {
        ClassName contract = JavaTypes.name(service.name());
        List<String> calls = callNames(service);
        TypeSpec.Builder type = TypeSpec.classBuilder(names.skeleton(service))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Offers a {@link $T} to peers.", contract)
                .addSuperinterface(Runtime.SERVICE)
                .addField(contract, "service", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(contract))
                .addMethod(descriptor(service))
                .addMethod(call(service, calls));
        suppressions.add(type, service);
        for (int i = 0; i < calls.size(); i++) {
            type.addMethod(call(service.methods().get(i), calls.get(i)));
        }
        return type.build();
    }

    private static List<String> callNames(Service service) {
        NameAllocator allocator = new NameAllocator();
        // A method of this name can't be called without its object.
        allocator.newName("yield");
        List<String> calls = new ArrayList<>();
        service.methods().forEach(method -> calls.add(allocator.newName(method.name())));
        return calls;
    }

    private static MethodSpec constructor(ClassName contract) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Offers what {@code service} does.")
                .addParameter(contract, "service")
                .addStatement("this.service = service")
                .build();
    }

    private MethodSpec descriptor(Service service) {
        return MethodSpec.methodBuilder("descriptor")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.SERVICE_DESCRIPTOR)
                .addStatement("return $T.$N", names.methods(service), new Constants(service).service())
                .build();
    }

    private static MethodSpec call(Service service, List<String> calls) {
        CodeBlock refusal = CodeBlock.of(
                "throw new $T($S + method);\n",
                IllegalArgumentException.class,
                service.name().simpleName() + " has no method ");
        CodeBlock.Builder code = CodeBlock.builder();
        if (calls.isEmpty()) {
            // A switch must have a result.
            code.add(refusal);
        } else {
            code.add("return switch (method) {\n$>");
            for (int i = 0; i < calls.size(); i++) {
                code.add("case $L -> $N(arguments);\n", i, calls.get(i));
            }
            code.add("default -> $L$<};\n", refusal);
        }
        if (calls.isEmpty()) {
            code = CodeBlock.builder()
                    .addStatement(
                            "throw new $T($L + method)",
                            IllegalArgumentException.class,
                            StringLiteral.of(service.name().simpleName() + " has no method "));
        }
        return MethodSpec.methodBuilder("call")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.NULLABLE_OBJECT)
                .addParameter(TypeName.INT, "method")
                .addParameter(Runtime.ARGUMENTS, "arguments")
                .addException(Throwable.class)
                .addCode(code.build())
                .build();
    }

    private static MethodSpec call(Method method, String name) {
        MethodSpec.Builder code = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Runtime.ARGUMENTS, "arguments")
                .addExceptions(method.errors().stream()
                        .map(DeclaredError::type)
                        .map(JavaTypes::name)
                        .toList());
        CodeBlock call = CodeBlock.of("service.$N($L)", method.name(), arguments(method));
        if (method.isVoid() && method.returns() == Method.Returns.VALUE) {
            return code.returns(Runtime.NULLABLE_OBJECT)
                    .addStatement(call)
                    .addStatement("return null")
                    .build();
        }
        return code.returns(Signatures.result(method))
                .addStatement("return $L", call)
                .build();
    }

    private static CodeBlock arguments(Method method) {
        List<Parameter> parameters = method.parameters();
        return IntStream.range(0, parameters.size())
                .mapToObj(i ->
                        CodeBlock.of("arguments.<$T>get($L)", JavaTypes.value(Signatures.type(parameters.get(i))), i))
                .collect(CodeBlock.joining(", "));
    }
}
