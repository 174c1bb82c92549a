package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the codec of an object with members. */
final class ObjectCodecWriter {
    private final CodecExpressions codecs;

    ObjectCodecWriter(CodecExpressions codecs) {
        this.codecs = codecs;
    }

    TypeSpec.Builder write(ClassName name, ObjectType type) {
        CodecClass frame = new CodecClass(name, type, codecs.isNamed(type));
        MemberCodecs members = new MemberCodecs(type, codecs.within(type), frame);
        FieldSpec names = FieldSpec.builder(
                        Runtime.MEMBERS, "MEMBERS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", Runtime.MEMBERS, wireNames(type))
                .build();
        ReadMethod read = new ReadMethod(type, members, frame.modelType());
        List<MethodSpec> methods = new ArrayList<>(read.write());
        methods.add(new WriteMethod(type, members, frame.modelType()).write());
        return frame.start(type.tag() == null ? Runtime.CODEC : Runtime.MEMBERS_CODEC, List.of(names))
                .addMethods(methods);
    }

    /** The names as the runtime knows them: members in order, then the tag, then aliases. */
    private static CodeBlock wireNames(ObjectType type) {
        Stream<String> members = type.members().stream().map(Member::wireName);
        Stream<String> tag =
                type.tag() == null ? Stream.empty() : Stream.of(type.tag().member());
        Stream<String> aliases = type.members().stream().flatMap(member -> member.aliases().stream());
        return Stream.of(members, tag, aliases)
                .flatMap(names -> names)
                .map(wireName -> StringLiteral.of(wireName))
                .collect(CodeBlock.joining(", "));
    }
}
