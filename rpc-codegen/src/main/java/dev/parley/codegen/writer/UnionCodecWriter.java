package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.Case;
import dev.parley.codegen.model.ModelType.UnionType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the codec of a family of types. */
final class UnionCodecWriter {
    private final CodecExpressions codecs;
    private final GeneratedNames names;

    UnionCodecWriter(CodecExpressions codecs, GeneratedNames names) {
        this.codecs = codecs;
        this.names = names;
    }

    TypeSpec.Builder write(ClassName name, UnionType type) {
        CodecClass frame = new CodecClass(name, type, false);
        CodeBlock union = CodeBlock.of(
                "$T.of($L, $L)",
                Runtime.UNION_CODEC,
                StringLiteral.of(type.tagMember()),
                type.cases().stream().map(this::variant).collect(CodeBlock.joining(", ")));
        if (!frame.isGeneric()) {
            return EnumCodecWriter.holder(name, type, union);
        }
        frame.constant(Runtime.codecOf(frame.modelType()), "union", union);
        return frame.start(Runtime.CODEC, List.of())
                .addMethod(MethodSpec.methodBuilder("read")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(frame.modelType())
                        .addParameter(Runtime.VALUE_READER, "in")
                        .addStatement("return union.read(in)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(Runtime.VALUE_WRITER, "out")
                        .addParameter(frame.modelType(), "value")
                        .addStatement("union.write(out, value)")
                        .build());
    }

    private CodeBlock variant(Case one) {
        CodeBlock codec = one.type().arguments().isEmpty()
                ? CodeBlock.of("$T.INSTANCE", names.codec(one.type().name()))
                : CodeBlock.of(
                        "new $T<>($L)",
                        names.codec(one.type().name()),
                        codecs.all(one.type().arguments()));
        return CodeBlock.of(
                "$T.variant($L, $T.class, () -> $L)",
                Runtime.UNION_CODEC,
                StringLiteral.of(one.tag()),
                JavaTypes.name(one.type().name()),
                codec);
    }
}
