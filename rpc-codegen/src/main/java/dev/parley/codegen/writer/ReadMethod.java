package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.ModelType.Presence;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that reads an object. One that is made without arguments is made first and filled as members come;
 * any other is made when all were read.
 */
final class ReadMethod {
    private static final UnreadValues UNREAD = new UnreadValues();
    private static final EmptyValues EMPTY = new EmptyValues();

    private final ObjectType type;
    private final MemberCodecs codecs;
    private final TypeName model;
    private final NameAllocator names = new NameAllocator();
    private final boolean early;

    ReadMethod(ObjectType type, MemberCodecs codecs, TypeName model) {
        this.type = type;
        this.codecs = codecs;
        this.model = model;
        this.early = type.creation().arguments().isEmpty() && type.rest() == null && !hasConstants(type);
        codecs.reserved().forEach(names::newName);
        type.members().forEach(member -> names.newName(member.name(), member));
        type.members().forEach(member -> names.newName("has" + capitalize(member.name()), flagOf(member)));
        if (type.rest() != null) {
            names.newName(type.rest().name(), type.rest());
        }
        names.newName("in", "in");
        names.newName("member", "member");
        names.newName("value", "value");
    }

    private static boolean hasConstants(ObjectType type) {
        return type.members().stream().anyMatch(ReadMethod::isConstant);
    }

    private static boolean isConstant(Member member) {
        return member.type() instanceof Type.Constant;
    }

    List<MethodSpec> write() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(type.tag() == null ? "read" : "readMembers")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(model)
                .addParameter(Runtime.VALUE_READER, names.get("in"));
        if (early) {
            method.addStatement("$T $N = $L", model, names.get("value"), creation());
        } else {
            declare(method);
        }
        if (type.tag() == null) {
            method.addStatement("$N.beginObject()", names.get("in"));
        }
        method.addCode(loop());
        if (!early) {
            demand(method);
        }
        finish(method);
        return List.of(method.build());
    }

    private void declare(MethodSpec.Builder method) {
        for (Member member : readable()) {
            if (isFlagged(member)) {
                method.addStatement("boolean $N = false", names.get(flagOf(member)));
            }
            if (isConstant(member)) {
                continue;
            }
            method.addStatement("$T $N = $L", JavaTypes.of(member.type().nonNull()), names.get(member), unread(member));
        }
        if (type.rest() != null) {
            method.addStatement(
                    "$T $N = new $T<>()",
                    ParameterizedTypeName.get(
                            ClassName.get("java.util", "Map"),
                            ClassName.get(String.class),
                            JavaTypes.boxed(type.rest().type())),
                    names.get(type.rest()),
                    ClassName.get("java.util", "LinkedHashMap"));
        }
    }

    private static CodeBlock unread(Member member) {
        boolean empty = member.inclusion() == Inclusion.NON_EMPTY
                && member.presence() == Presence.ABSENT_IS_NULL
                && !member.type().isNullable();
        return member.type().accept(empty && !member.type().isOptional() ? EMPTY : UNREAD);
    }

    private List<Member> readable() {
        return type.members().stream().filter(this::isRead).toList();
    }

    private boolean isRead(Member member) {
        return isArgument(member) || member.writing().isPossible() || isConstant(member);
    }

    private boolean isArgument(Member member) {
        return type.creation().arguments().contains(type.members().indexOf(member));
    }

    // Null says that a member is missing only where reading never gives null.
    private boolean isFlagged(Member member) {
        return member.presence() == Presence.REQUIRED && !MemberCodecs.isNeverNull(member)
                || member.presence() == Presence.ABSENT_IS_LEFT;
    }

    private CodeBlock loop() {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1N; ($1N = $2N.nextMember(MEMBERS)) != $3T.END; )",
                        names.get("member"),
                        names.get("in"),
                        Runtime.VALUE_READER)
                .beginControlFlow("switch ($N)", names.get("member"));
        int alias = type.members().size() + (type.tag() == null ? 0 : 1);
        for (int i = 0; i < type.members().size(); i++) {
            Member member = type.members().get(i);
            List<Integer> cases = new ArrayList<>(List.of(i));
            for (int j = 0; j < member.aliases().size(); j++) {
                cases.add(alias++);
            }
            if (isRead(member)) {
                code.add(labelled(member, cases));
            }
        }
        return code.addStatement("default -> $L", other())
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private CodeBlock other() {
        Member rest = type.rest();
        if (rest == null) {
            return CodeBlock.of("$N.skip()", names.get("in"));
        }
        return CodeBlock.of(
                "$1N.put($2N.memberName(), $3L)", names.get(rest), names.get("in"), codecs.read(rest, names.get("in")));
    }

    private CodeBlock labelled(Member member, List<Integer> cases) {
        String labels = cases.stream().map(String::valueOf).collect(Collectors.joining(", "));
        CodeBlock read = codecs.read(member, names.get("in"));
        CodeBlock.Builder code = CodeBlock.builder();
        if (early) {
            return code.addStatement("case $L -> $L", labels, put(member, read)).build();
        } else if (!isFlagged(member)) {
            return code.addStatement("case $L -> $N = $L", labels, names.get(member), read)
                    .build();
        }
        return code.beginControlFlow("case $L ->", labels)
                .addStatement(isConstant(member) ? read : CodeBlock.of("$N = $L", names.get(member), read))
                .addStatement("$N = true", names.get(flagOf(member)))
                .endControlFlow()
                .build();
    }

    private CodeBlock put(Member member, CodeBlock value) {
        return member.writing().kind() == Access.Kind.METHOD
                ? CodeBlock.of("$N.$N($L)", names.get("value"), member.writing().name(), value)
                : CodeBlock.of(
                        "$N.$N = $L", names.get("value"), member.writing().name(), value);
    }

    private void demand(MethodSpec.Builder method) {
        for (Member member : readable()) {
            if (member.presence() == Presence.REQUIRED) {
                String condition = isFlagged(member) ? "if (!$N)" : "if ($N == null)";
                method.beginControlFlow(condition, isFlagged(member) ? names.get(flagOf(member)) : names.get(member))
                        .addStatement(
                                "throw $N.missing(MEMBERS, $L)",
                                names.get("in"),
                                type.members().indexOf(member))
                        .endControlFlow();
            }
        }
    }

    private void finish(MethodSpec.Builder method) {
        List<Member> later = early
                ? List.of()
                : readable().stream()
                        .filter(member -> !isArgument(member) && !isConstant(member))
                        .toList();
        if (early) {
            method.addStatement("return $N", names.get("value"));
        } else if (later.isEmpty()) {
            method.addStatement("return $L", creation());
        } else {
            method.addStatement("$T $N = $L", model, names.get("value"), creation());
            for (Member member : later) {
                method.beginControlFlow("if ($N)", names.get(flagOf(member)))
                        .addStatement("$L", put(member, CodeBlock.of("$N", names.get(member))))
                        .endControlFlow();
            }
            method.addStatement("return $N", names.get("value"));
        }
    }

    private CodeBlock creation() {
        CodeBlock arguments = Stream.concat(
                        type.creation().arguments().stream().map(type.members()::get), Stream.ofNullable(type.rest()))
                .map(member -> CodeBlock.of("$N", names.get(member)))
                .collect(CodeBlock.joining(", "));
        TypeName raw = JavaTypes.name(type.name());
        if (!type.creation().factory().isEmpty()) {
            return CodeBlock.of("$T.$N($L)", raw, type.creation().factory(), arguments);
        }
        String diamond = type.header().typeParameters().isEmpty() ? "" : "<>";
        return CodeBlock.of("new $T$L($L)", raw, diamond, arguments);
    }

    private static String flagOf(Member member) {
        return "has " + member.name();
    }

    private static String capitalize(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
