package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.ValueType;
import dev.parley.codegen.model.PlainType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the codec of a class that is another value on the wire. */
final class ValueCodecWriter {
    private final CodecExpressions codecs;

    ValueCodecWriter(CodecExpressions codecs) {
        this.codecs = codecs;
    }

    TypeSpec.Builder write(ClassName name, ValueType type) {
        if (type.reading().equals(ValueType.BY_CONSTANT)) {
            return ofConstants(name, type);
        }
        CodecClass frame = new CodecClass(name, type, codecs.isNamed(type));
        frame.constant(
                Runtime.codecOf(JavaTypes.boxed(type.value())),
                frame.isGeneric() ? "content" : "CONTENT",
                codecs.within(type).of(type.value()));
        String content = frame.isGeneric() ? "content" : "CONTENT";
        return frame.start(Runtime.CODEC, List.of())
                .addMethod(read(type, frame.modelType(), content))
                .addMethod(MethodSpec.methodBuilder("write")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(Runtime.VALUE_WRITER, "out")
                        .addParameter(frame.modelType(), "value")
                        .addStatement("$N.write(out, $L)", content, access(type.writing()))
                        .build());
    }

    private TypeSpec.Builder ofConstants(ClassName name, ValueType type) {
        ClassName model = JavaTypes.name(type.name());
        return EnumCodecWriter.holder(
                name,
                type,
                CodeBlock.of(
                        "$T.enumBy($T.class, $L, $L)",
                        Runtime.CODECS,
                        model,
                        codecs.within(type).of(type.value()),
                        ofConstant(type)));
    }

    /** The codec of such an enum's constants as keys, which are the texts of their values. */
    static CodeBlock key(ValueType type) {
        ClassName model = JavaTypes.name(type.name());
        CodeBlock value = ofConstant(type);
        boolean made = type.value().is(PlainType.STRING) && !type.reading().equals(ValueType.BY_CONSTANT);
        return made
                ? CodeBlock.of(
                        "$T.of($S, $L, $T::$N)",
                        Runtime.KEY_CODECS,
                        "a " + model.simpleName(),
                        value,
                        model,
                        type.reading())
                : CodeBlock.of("$T.enumBy($T.class, $L)", Runtime.KEY_CODECS, model, value);
    }

    private static CodeBlock ofConstant(ValueType type) {
        return type.writing().kind() == Access.Kind.METHOD
                ? CodeBlock.of(
                        "$T::$N", JavaTypes.name(type.name()), type.writing().name())
                : CodeBlock.of("constant -> constant.$N", type.writing().name());
    }

    private static MethodSpec read(ValueType type, TypeName model, String content) {
        ClassName raw = JavaTypes.name(type.name());
        String diamond = type.header().typeParameters().isEmpty() ? "" : "<>";
        CodeBlock made = type.reading().isEmpty()
                ? CodeBlock.of("new $T$L($N.read(in))", raw, diamond, content)
                : CodeBlock.of("$T.$N($N.read(in))", raw, type.reading(), content);
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(model)
                .addParameter(Runtime.VALUE_READER, "in")
                .addStatement("return $L", made)
                .build();
    }

    private static CodeBlock access(Access access) {
        return access.kind() == Access.Kind.METHOD
                ? CodeBlock.of("value.$N()", access.name())
                : CodeBlock.of("value.$N", access.name());
    }
}
