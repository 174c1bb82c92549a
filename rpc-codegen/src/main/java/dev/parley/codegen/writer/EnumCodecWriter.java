package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the codec of an enum. */
final class EnumCodecWriter {
    /** Of {@code Map.of}. */
    private static final int MOST_ENTRIES = 10;

    TypeSpec.Builder write(ClassName name, ModelType.EnumType type) {
        CodeBlock codec = CodeBlock.of("$T.enumOf($L)", Runtime.CODECS, arguments(type));
        return holder(name, type, codec);
    }

    /** Class, aliases and wire names, as the runtime's enum codecs want them. */
    static CodeBlock arguments(ModelType.EnumType type) {
        ClassName model = JavaTypes.name(type.name());
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$T.class", model));
        if (type.constants().stream().anyMatch(constant -> !constant.aliases().isEmpty())) {
            arguments.add(aliases(type, model));
        }
        type.constants().forEach(constant -> arguments.add(StringLiteral.of(constant.wireName())));
        return CodeBlock.join(arguments, ", ");
    }

    private static CodeBlock aliases(ModelType.EnumType type, ClassName model) {
        List<CodeBlock> entries = type.constants().stream()
                .flatMap(constant -> constant.aliases().stream()
                        .map(alias -> CodeBlock.of("$L, $T.$N", StringLiteral.of(alias), model, constant.name())))
                .toList();
        return entries.size() <= MOST_ENTRIES
                ? CodeBlock.of("$T.of($L)", Map.class, CodeBlock.join(entries, ", "))
                : CodeBlock.of(
                        "$T.ofEntries($L)",
                        Map.class,
                        entries.stream()
                                .map(entry -> CodeBlock.of("$T.entry($L)", Map.class, entry))
                                .collect(CodeBlock.joining(", ")));
    }

    /** A class that does no more than hold a codec that the runtime made. */
    static TypeSpec.Builder holder(ClassName name, ModelType type, CodeBlock codec) {
        ClassName model = JavaTypes.name(type.name());
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.FINAL)
                .addJavadoc("Reads and writes {@link $T}.", model)
                .addField(FieldSpec.builder(Runtime.codecOf(model), "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                        .initializer(codec)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }
}
