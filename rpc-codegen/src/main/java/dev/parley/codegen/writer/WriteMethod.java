package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.Type;
import javax.lang.model.element.Modifier;

/** Writes the method that writes an object. */
final class WriteMethod {
    private final ObjectType type;
    private final MemberCodecs codecs;
    private final TypeName model;

    WriteMethod(ObjectType type, MemberCodecs codecs, TypeName model) {
        this.type = type;
        this.codecs = codecs;
        this.model = model;
    }

    MethodSpec write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.VALUE_WRITER, "out")
                .addParameter(model, "value")
                .addStatement("out.beginObject()");
        if (type.tag() != null) {
            method.addStatement("out.member(MEMBERS, $L)", type.members().size());
            method.addStatement(
                    "out.writeString($L)", StringLiteral.of(type.tag().value()));
        }
        for (int i = 0; i < type.members().size(); i++) {
            Member member = type.members().get(i);
            if (member.type() instanceof Type.Constant constant) {
                method.addStatement("out.member(MEMBERS, $L)", i)
                        .addStatement(codecs.write(member, "out", CodecExpressions.literal(constant)));
            } else if (member.reading().isPossible()) {
                method.addCode(member(i, member));
            }
        }
        if (type.rest() != null) {
            method.addCode(rest(type.rest()));
        }
        return method.addStatement("out.endObject()").build();
    }

    private CodeBlock rest(Member rest) {
        return CodeBlock.builder()
                .beginControlFlow("value.$N().forEach((name, other) ->", rest.name())
                .addStatement("out.member(name)")
                .addStatement(codecs.write(rest, "out", CodeBlock.of("other")))
                .endControlFlow(")")
                .build();
    }

    private CodeBlock member(int index, Member member) {
        CodeBlock value = CodeBlock.of(
                member.reading().kind() == Access.Kind.METHOD ? "value.$N()" : "value.$N",
                member.reading().name());
        CodeBlock condition = condition(member, value);
        CodeBlock.Builder code = CodeBlock.builder();
        if (!condition.isEmpty()) {
            code.beginControlFlow("if ($L)", condition);
        }
        code.addStatement("out.member(MEMBERS, $L)", index).addStatement(codecs.write(member, "out", value));
        if (!condition.isEmpty()) {
            code.endControlFlow();
        }
        return code.build();
    }

    private static CodeBlock condition(Member member, CodeBlock value) {
        return member.inclusion() == Inclusion.ALWAYS
                ? CodeBlock.builder().build()
                : member.type().accept(new Presence(value, member.inclusion()));
    }
}
