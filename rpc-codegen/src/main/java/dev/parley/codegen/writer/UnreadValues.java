package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;

/** What the variable of a member holds before the member was read. */
final class UnreadValues implements TypeVisitor<CodeBlock> {
    private static final CodeBlock NULL = CodeBlock.of("null");

    @Override
    public CodeBlock plain(Type.Plain type) {
        if (type.plain() == PlainType.BOOLEAN) {
            return CodeBlock.of("false");
        } else if (type.plain().isPrimitive()) {
            return CodeBlock.of("0");
        }
        return type.plain().isOptional() ? CodeBlock.of("$T.empty()", JavaTypes.of(type)) : NULL;
    }

    @Override
    public CodeBlock nullable(Type.NullableOf type) {
        return type.type().accept(this);
    }

    @Override
    public CodeBlock optional(Type.OptionalOf type) {
        return CodeBlock.of("$T.empty()", ClassName.get("java.util", "Optional"));
    }

    @Override
    public CodeBlock maybe(Type.MaybeOf type) {
        return CodeBlock.of("$T.absent()", Runtime.MAYBE);
    }

    @Override
    public CodeBlock constant(Type.Constant type) {
        return NULL;
    }

    @Override
    public CodeBlock checked(Type.Checked type) {
        return type.type().accept(this);
    }

    @Override
    public CodeBlock sequence(Type.Sequence type) {
        return NULL;
    }

    @Override
    public CodeBlock map(Type.MapOf type) {
        return NULL;
    }

    @Override
    public CodeBlock array(Type.ArrayOf type) {
        return NULL;
    }

    @Override
    public CodeBlock model(Type.Model type) {
        return NULL;
    }

    @Override
    public CodeBlock variable(Type.Variable type) {
        return CodeBlock.of("$T.absent($N)", Runtime.CODECS, CodecExpressions.fieldOf(type.name()));
    }

    @Override
    public CodeBlock wildcard(Type.Wildcard type) {
        return NULL;
    }

    @Override
    public CodeBlock custom(Type.Custom type) {
        return NULL;
    }

    @Override
    public CodeBlock named(Type.Named type) {
        return NULL;
    }

    @Override
    public CodeBlock unsupported(Type.Unsupported type) {
        return NULL;
    }
}
