package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.TupleType;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
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
        List<Member> read =
                type.allMembers().stream().map(TupleCodecWriter::asRead).toList();
        MemberCodecs members = new MemberCodecs(type, read, codecs.within(type), frame);
        return frame.start(Runtime.CODEC, List.of())
                .addMethod(new Reading(type, read, members).method(frame.modelType()))
                .addMethod(write(type, read, members, frame.modelType()));
    }

    // An element that is missing is null in Java; one that is there is not.
    private static Member asRead(Member member) {
        Type type = member.type();
        boolean missing = member.inclusion() == Inclusion.NON_NULL && type instanceof Type.NullableOf;
        return missing ? member.with(type.nonNull()) : member;
    }

    /** The method that reads, element by element. */
    private final class Reading {
        private final TupleType type;
        private final List<Member> elements;
        private final MemberCodecs members;
        private final NameAllocator names = new NameAllocator();
        private final String in;
        private final String more;

        Reading(TupleType type, List<Member> read, MemberCodecs members) {
            this.type = type;
            this.elements = read.subList(0, type.members().size());
            this.members = members;
            members.reserved().forEach(names::newName);
            read.forEach(member -> names.newName(member.name(), member));
            this.in = names.newName("in");
            this.more = names.newName("more");
        }

        MethodSpec method(TypeName model) {
            MethodSpec.Builder method = MethodSpec.methodBuilder("read")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(model)
                    .addParameter(Runtime.VALUE_READER, in)
                    .addStatement("$N.beginArray()", in);
            List<Member> required = elements.subList(0, type.required());
            required.forEach(member -> required(method, member));
            List<Member> optional = elements.subList(type.required(), elements.size());
            optional.forEach(member -> optional(method, member, member == optional.get(0)));
            end(method, optional.isEmpty());
            CodeBlock arguments =
                    names().stream().map(name -> CodeBlock.of("$N", name)).collect(CodeBlock.joining(", "));
            return method.addStatement("return new $T($L)", model, arguments).build();
        }

        private List<String> names() {
            List<String> all = new ArrayList<>();
            elements.forEach(member -> all.add(names.get(member)));
            if (type.rest() != null) {
                all.add(names.get(type.rest()));
            }
            return all;
        }

        private void required(MethodSpec.Builder method, Member member) {
            method.addStatement("$N.requireElement($L)", in, type.required())
                    .addStatement(
                            "$T $N = $L",
                            JavaTypes.of(member.type().nonNull()),
                            names.get(member),
                            members.read(member, in));
        }

        private void optional(MethodSpec.Builder method, Member member, boolean first) {
            CodeBlock next = CodeBlock.of("$N.nextElement()", in);
            method.addStatement(first ? "boolean $1N = $2L" : "$1N = $1N && $2L", more, next)
                    .addStatement(
                            "$T $N = $N ? $L : $L",
                            JavaTypes.boxed(member.type().nonNull()),
                            names.get(member),
                            more,
                            members.read(member, in),
                            member.type() instanceof Type.MaybeOf
                                    ? CodeBlock.of("$T.absent()", Runtime.MAYBE)
                                    : CodeBlock.of("null"));
        }

        private void end(MethodSpec.Builder method, boolean allRequired) {
            Member rest = type.rest();
            if (rest != null) {
                method.addStatement(
                        "$T<$T> $N = new $T<>()",
                        List.class,
                        JavaTypes.boxed(rest.type()),
                        names.get(rest),
                        ArrayList.class);
                CodeBlock next = CodeBlock.of("$N.nextElement()", in);
                method.beginControlFlow("while ($L)", allRequired ? next : CodeBlock.of("$N && $L", more, next))
                        .addStatement("$N.add($L)", names.get(rest), members.read(rest, in))
                        .endControlFlow();
            } else if (allRequired) {
                method.addStatement(end());
            } else {
                method.beginControlFlow("if ($N)", more).addStatement(end()).endControlFlow();
            }
        }

        private CodeBlock end() {
            return codecs.checks()
                    ? CodeBlock.of("$N.requireEnd($L)", in, elements.size())
                    : CodeBlock.of("$N.endArray()", in);
        }
    }

    private static MethodSpec write(TupleType type, List<Member> read, MemberCodecs members, TypeName model) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.VALUE_WRITER, "out")
                .addParameter(model, "value")
                .addStatement("out.beginArray()");
        for (int i = 0; i < type.members().size(); i++) {
            CodeBlock write = members.write(
                    read.get(i), "out", CodeBlock.of("value.$N()", read.get(i).name()));
            if (i < type.required()) {
                method.addStatement(write);
            } else {
                optional(method, type, i, write);
            }
        }
        Member rest = type.rest();
        if (rest != null) {
            method.beginControlFlow("for ($T element : value.$N())", JavaTypes.of(rest.type()), rest.name())
                    .addStatement(members.write(rest, "out", CodeBlock.of("element")))
                    .endControlFlow();
        }
        return method.addStatement("out.endArray()").build();
    }

    /** Writes an element that may be missing; as null where one after it is there. */
    private static void optional(MethodSpec.Builder method, TupleType type, int index, CodeBlock write) {
        method.beginControlFlow("if ($L)", isThere(type.members().get(index))).addStatement(write);
        List<CodeBlock> later = new ArrayList<>();
        for (Member other : type.members().subList(index + 1, type.members().size())) {
            later.add(isThere(other));
        }
        if (type.rest() != null) {
            later.add(CodeBlock.of("!value.$N().isEmpty()", type.rest().name()));
        }
        if (!later.isEmpty()) {
            method.nextControlFlow("else if ($L)", CodeBlock.join(later, " || "))
                    .addStatement("out.writeNull()");
        }
        method.endControlFlow();
    }

    private static CodeBlock isThere(Member member) {
        return member.type() instanceof Type.MaybeOf
                ? CodeBlock.of("!value.$N().isAbsent()", member.name())
                : CodeBlock.of("value.$N() != null", member.name());
    }
}
