package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.TupleType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the codec of an object that is an array on the wire. */
final class TupleCodecWriter {
    private final CodecExpressions codecs;

    TupleCodecWriter(CodecExpressions codecs) {
        this.codecs = codecs;
    }

    TypeSpec.Builder write(ClassName name, TupleType type) {
        CodecClass frame = new CodecClass(name, type, true);
        MemberCodecs members = new MemberCodecs(type, type.members(), codecs.within(type), frame);
        return frame.start(Runtime.CODEC, List.of())
                .addMethod(read(type, members, frame.modelType()))
                .addMethod(write(type, members, frame.modelType()));
    }

    private static MethodSpec read(TupleType type, MemberCodecs members, TypeName model) {
        NameAllocator names = new NameAllocator();
        type.members().forEach(member -> names.newName(member.name(), member));
        String in = names.newName("in");
        MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(model)
                .addParameter(Runtime.VALUE_READER, in)
                .addStatement("$N.beginArray()", in);
        for (Member member : type.members()) {
            method.addStatement("$N.requireElement($L)", in, type.members().size())
                    .addStatement(
                            "$T $N = $L",
                            JavaTypes.of(member.type().nonNull()),
                            names.get(member),
                            members.read(member, in));
        }
        CodeBlock arguments = type.members().stream()
                .map(member -> CodeBlock.of("$N", names.get(member)))
                .collect(CodeBlock.joining(", "));
        return method.addStatement("$N.endArray()", in)
                .addStatement("return new $T($L)", model, arguments)
                .build();
    }

    private static MethodSpec write(TupleType type, MemberCodecs members, TypeName model) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.VALUE_WRITER, "out")
                .addParameter(model, "value")
                .addStatement("out.beginArray()");
        for (Member member : type.members()) {
            method.addStatement(members.write(member, "out", CodeBlock.of("value.$N()", member.name())));
        }
        return method.addStatement("out.endArray()").build();
    }
}
