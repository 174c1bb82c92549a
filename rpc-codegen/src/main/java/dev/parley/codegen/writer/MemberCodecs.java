package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.ObjectType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How each member of an object is read and written: by the reader's own method, or by a codec that is made once. */
final class MemberCodecs {
    private static final Map<PlainType, String> OWN = Map.of(
            PlainType.STRING, "String",
            PlainType.BOOLEAN, "Boolean",
            PlainType.INT, "Int",
            PlainType.LONG, "Long",
            PlainType.FLOAT, "Float",
            PlainType.DOUBLE, "Double",
            PlainType.BIG_INTEGER, "BigInteger",
            PlainType.BIG_DECIMAL, "BigDecimal");

    private static final Set<String> RESERVED = Set.of("INSTANCE", "MEMBERS");

    private final CodecExpressions codecs;
    private final Set<String> fields = new TreeSet<>(RESERVED);
    private final Map<Member, CodeBlock> expressions = new HashMap<>();

    MemberCodecs(ObjectType type, CodecExpressions codecs, CodecClass frame) {
        this(
                type,
                Stream.concat(type.members().stream(), Stream.ofNullable(type.rest()))
                        .toList(),
                codecs,
                frame);
    }

    MemberCodecs(ModelType type, List<Member> members, CodecExpressions codecs, CodecClass frame) {
        this.codecs = codecs;
        NameAllocator names = new NameAllocator();
        RESERVED.forEach(names::newName);
        type.header().typeParameters().stream()
                .map(parameter -> CodecExpressions.fieldOf(parameter.name()))
                .forEach(field -> fields.add(names.newName(field)));
        for (Member member : members) {
            expressions.put(member, expression(member, names, frame));
        }
    }

    private CodeBlock expression(Member member, NameAllocator names, CodecClass frame) {
        Type type = codecs.effective(member.type());
        CodeBlock codec = codecs.of(type);
        boolean shared = type.asPlain().isPresent() || type instanceof Type.Variable || isInstance(codec);
        if (shared) {
            return codec;
        }
        String wanted = frame.isGeneric() ? member.name() + "Codec" : Constants.constant(member.name());
        String name = names.newName(wanted);
        fields.add(name);
        frame.constant(Runtime.codecOf(JavaTypes.boxed(type)), name, codec);
        return CodeBlock.of("$N", name);
    }

    private static boolean isInstance(CodeBlock codec) {
        String text = codec.toString();
        return text.equals("this")
                || text.endsWith(".INSTANCE")
                || text.endsWith("_ARRAY")
                || text.endsWith("Codecs.BYTES");
    }

    /** Names of fields, classes and packages, which no variable must hide. */
    Set<String> reserved() {
        Set<String> all = new TreeSet<>(fields);
        all.addAll(codecs.reserved());
        return all;
    }

    CodeBlock read(Member member, String reader) {
        String own = own(codecs.effective(member.type()));
        return own.isEmpty()
                ? CodeBlock.of("$L.read($N)", expressions.get(member), reader)
                : CodeBlock.of("$N.read$L()", reader, own);
    }

    CodeBlock write(Member member, String writer, CodeBlock value) {
        // What is written is not checked.
        String own = own(member.type().unchecked());
        return own.isEmpty()
                ? CodeBlock.of("$L.write($N, $L)", expressions.get(member), writer, value)
                : CodeBlock.of("$N.write$L($L)", writer, own, value);
    }

    /** Whether reading it never gives null, so that null can stand for a member that is missing. */
    static boolean isNeverNull(Member member) {
        return own(member.type().unchecked()).length() > 0 && !member.type().isPrimitive();
    }

    private static String own(Type type) {
        return type.asPlain().map(OWN::get).orElse("");
    }
}
