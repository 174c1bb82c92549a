package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.ChoiceType;
import dev.parley.codegen.model.ModelType.Option;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the codec of types that are told apart by what they look like. */
final class ChoiceCodecWriter {
    private final GeneratedNames names;

    ChoiceCodecWriter(GeneratedNames names) {
        this.names = names;
    }

    TypeSpec.Builder write(ClassName name, ChoiceType type) {
        CodeBlock choice = CodeBlock.of(
                "$T.of($>$>\n$L)$<$<",
                Runtime.CHOICE_CODEC,
                type.options().stream().map(this::option).collect(CodeBlock.joining(",\n")));
        CodecClass frame = new CodecClass(name, type, true);
        frame.constant(Runtime.codecOf(frame.modelType()), "CHOICE", choice);
        return frame.start(Runtime.CODEC, List.of())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(frame.modelType())
                        .addParameter(Runtime.VALUE_READER, "in")
                        .addStatement("return CHOICE.read(in)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(Runtime.VALUE_WRITER, "out")
                        .addParameter(frame.modelType(), "value")
                        .addStatement("CHOICE.write(out, value)")
                        .build());
    }

    private CodeBlock option(Option option) {
        return CodeBlock.of(
                "$T.choice($>$>\n$T.class,\n$L,\n() -> $T.INSTANCE)$<$<",
                Runtime.CHOICE_CODEC,
                JavaTypes.name(option.type().name()),
                ShapeExpressions.of(option.shape()),
                names.codec(option.type().name()));
    }
}
