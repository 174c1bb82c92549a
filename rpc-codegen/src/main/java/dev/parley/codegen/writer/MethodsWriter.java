package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Defaults;
import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Method.Trait;
import dev.parley.codegen.model.Parameter;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Type;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** Writes {@code XMethods}: every fact about the wire, once. */
final class MethodsWriter {
    /** Of what makes constants, in bytes by a generous guess, half of what a class may have. */
    private static final int MOST_CODE = 32_768;

    private final GeneratedNames names;
    private final CodecExpressions codecs;
    private final Suppressions suppressions;
    private final Defaults defaults;

    MethodsWriter(GeneratedNames names, CodecExpressions codecs, Suppressions suppressions, Defaults defaults) {
        this.defaults = defaults;
        this.names = names;
        this.codecs = codecs;
        this.suppressions = suppressions;
    }

    TypeSpec write(Service service) {
        ClassName name = names.methods(service);
        Constants constants = new Constants(service);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("What goes over the wire for {@link $T}.", JavaTypes.name(service.name()));
        suppressions.add(type, service);
        boolean split = isLarge(service);
        for (int i = 0; i < service.methods().size(); i++) {
            Method method = service.methods().get(i);
            CodeBlock made = split ? CodeBlock.of("descriptor$L()", i) : initializer(method);
            type.addField(descriptor(method, constants.method(i), made));
            if (split) {
                type.addMethod(factory(method, i));
            }
        }
        type.addField(service(service, constants, name));
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        return type.build();
    }

    static TypeName resultOf(Method method) {
        return method.isVoid() ? Runtime.VOID.annotated(Runtime.NULLABLE) : JavaTypes.value(method.result());
    }

    private static FieldSpec descriptor(Method method, String constant, CodeBlock made) {
        return FieldSpec.builder(typeOf(method), constant, Modifier.STATIC, Modifier.FINAL)
                .initializer(made)
                .build();
    }

    private static TypeName typeOf(Method method) {
        return ParameterizedTypeName.get(Runtime.METHOD_DESCRIPTOR, resultOf(method));
    }

    // One method of a class may have 64 KiB of code only, and all constants are set in one.
    private static boolean isLarge(Service service) {
        return service.methods().stream()
                        .mapToInt(method -> 30
                                + 40 * method.parameters().size()
                                + 80 * method.errors().size()
                                + 10 * method.secretMembers().size())
                        .sum()
                > MOST_CODE;
    }

    private MethodSpec factory(Method method, int index) {
        return MethodSpec.methodBuilder("descriptor" + index)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(typeOf(method))
                .addStatement("return $L", initializer(method))
                .build();
    }

    private CodeBlock initializer(Method method) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock name = StringLiteral.of(method.wireName());
        if (method.is(Trait.NOTIFICATION)) {
            code.add("$T.notification($L)", Runtime.METHOD_DESCRIPTOR, name);
        } else if (method.isVoid()) {
            code.add("$T.call($L)", Runtime.METHOD_DESCRIPTOR, name);
        } else {
            code.add("$T.call($L, $L)", Runtime.METHOD_DESCRIPTOR, name, codecs.of(method.result()));
        }
        code.add("$>$>");
        method.parameters().forEach(parameter -> code.add("\n.parameter($L)", parameter(parameter)));
        method.errors().stream()
                .filter(error -> error.code() != null)
                .sorted(Comparator.comparingInt(DeclaredError::depth).reversed())
                .forEach(error -> code.add("\n.error($L)", error(error)));
        addTraits(code, method);
        return code.add("\n.build()$<$<").build();
    }

    private static void addTraits(CodeBlock.Builder code, Method method) {
        if (!method.secretMembers().isEmpty()) {
            code.add(
                    "\n.secretMembers($L)",
                    method.secretMembers().stream()
                            .map(member -> StringLiteral.of(member))
                            .collect(CodeBlock.joining(", ")));
        }
        add(code, method, Trait.SECRET_RESULT, "secretResult");
        add(code, method, Trait.BY_NAME, "byName");
        add(code, method, Trait.NON_BLOCKING, "nonBlocking");
        add(code, method, Trait.IDEMPOTENT, "idempotent");
    }

    private static void add(CodeBlock.Builder code, Method method, Trait trait, String call) {
        if (method.is(trait)) {
            code.add("\n.$L()", call);
        }
    }

    private CodeBlock parameter(Parameter parameter) {
        CodeBlock code = withoutSecret(parameter);
        return parameter.secret() ? CodeBlock.of("$L.secret()", code) : code;
    }

    private CodeBlock withoutSecret(Parameter parameter) {
        Type type = parameter.type().nonNull();
        CodeBlock name = StringLiteral.of(parameter.wireName());
        if (parameter.rest()) {
            return CodeBlock.of("$T.rest($L, $L)", Runtime.PARAMETER, name, codecs.of(type));
        } else if (parameter.defaultText() != null) {
            CodeBlock value = Literals.of(defaults.read(type, parameter.defaultText()));
            return CodeBlock.of("$T.withDefault($L, $L, () -> $L)", Runtime.PARAMETER, name, codecs.of(type), value);
        } else if (parameter.demanded()) {
            return CodeBlock.of("$T.required($L, $L)", Runtime.PARAMETER, name, codecs.of(parameter.type()));
        } else if (parameter.type().isNullable()) {
            return CodeBlock.of("$T.nullable($L, $L)", Runtime.PARAMETER, name, codecs.of(type));
        } else if (type instanceof Type.OptionalOf optional) {
            return CodeBlock.of("$T.optional($L, $L)", Runtime.PARAMETER, name, codecs.of(optional.content()));
        } else if (parameter.mayBeAbsent()) {
            return CodeBlock.of(
                    "$T.withDefault($L, $L, $T::empty)", Runtime.PARAMETER, name, codecs.of(type), JavaTypes.of(type));
        }
        return CodeBlock.of("$T.required($L, $L)", Runtime.PARAMETER, name, codecs.of(type));
    }

    private CodeBlock error(DeclaredError error) {
        ClassName type = JavaTypes.name(error.type());
        if (!error.hasData()) {
            return CodeBlock.of(
                    "new $T<>(\n$>$>$L, $T.class, $L, error -> null, (message, nothing) -> new $T(message))$<$<",
                    Runtime.ERROR_TYPE,
                    error.code(),
                    type,
                    CodecExpressions.constant("VOID"),
                    type);
        }
        return CodeBlock.of(
                "new $T<>(\n$>$>$L, $T.class, $L, $T::$L, $T::new)$<$<",
                Runtime.ERROR_TYPE,
                error.code(),
                type,
                codecs.of(error.data()),
                type,
                error.accessor(),
                type);
    }

    private static FieldSpec service(Service service, Constants constants, ClassName name) {
        List<CodeBlock> all = IntStream.range(0, service.methods().size())
                .mapToObj(index -> CodeBlock.of("$N", constants.method(index)))
                .toList();
        CodeBlock initializer = CodeBlock.of(
                "new $T($>$>\n$S,\n$T.of($L),\n$L,\n() -> $T.class.getResourceAsStream($S))$<$<",
                Runtime.SERVICE_DESCRIPTOR,
                service.name().simpleName(),
                List.class,
                all.stream().collect(CodeBlock.joining(", ")),
                service.ordered(),
                name,
                "/META-INF/rpc/" + service.name().qualifiedName() + ".json");
        return FieldSpec.builder(Runtime.SERVICE_DESCRIPTOR, constants.service(), Modifier.STATIC, Modifier.FINAL)
                .initializer(initializer)
                .build();
    }
}
