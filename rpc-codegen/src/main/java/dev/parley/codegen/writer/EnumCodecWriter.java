package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType;
import javax.lang.model.element.Modifier;

/** Writes the codec of an enum. */
final class EnumCodecWriter {
    TypeSpec.Builder write(ClassName name, ModelType.EnumType type) {
        CodeBlock codec = CodeBlock.of("$T.enumOf($L)", Runtime.CODECS, CodecExpressions.enumArguments(type));
        return holder(name, type, codec);
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
