package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;

/** The condition under which a member's value is written, where it is not always. */
final class Presence implements TypeVisitor<CodeBlock> {
    private final CodeBlock value;
    private final Inclusion inclusion;

    Presence(CodeBlock value, Inclusion inclusion) {
        this.value = value;
        this.inclusion = inclusion;
    }

    @Override
    public CodeBlock plain(Type.Plain type) {
        if (type.plain().isOptional()) {
            return present();
        }
        return type.plain() == PlainType.STRING ? filled() : notNull();
    }

    @Override
    public CodeBlock nullable(Type.NullableOf type) {
        return type.type().accept(this);
    }

    @Override
    public CodeBlock optional(Type.OptionalOf type) {
        return present();
    }

    @Override
    public CodeBlock maybe(Type.MaybeOf type) {
        return CodeBlock.of("!$L.isAbsent()", value);
    }

    @Override
    public CodeBlock constant(Type.Constant type) {
        return notNull();
    }

    @Override
    public CodeBlock checked(Type.Checked type) {
        return type.type().accept(this);
    }

    @Override
    public CodeBlock sequence(Type.Sequence type) {
        return filled();
    }

    @Override
    public CodeBlock map(Type.MapOf type) {
        return filled();
    }

    @Override
    public CodeBlock array(Type.ArrayOf type) {
        return inclusion == Inclusion.NON_EMPTY ? CodeBlock.of("$1L != null && $1L.length > 0", value) : notNull();
    }

    @Override
    public CodeBlock model(Type.Model type) {
        return notNull();
    }

    @Override
    public CodeBlock variable(Type.Variable type) {
        return notNull();
    }

    @Override
    public CodeBlock wildcard(Type.Wildcard type) {
        return notNull();
    }

    @Override
    public CodeBlock custom(Type.Custom type) {
        return notNull();
    }

    @Override
    public CodeBlock named(Type.Named type) {
        return notNull();
    }

    @Override
    public CodeBlock unsupported(Type.Unsupported type) {
        return notNull();
    }

    private CodeBlock notNull() {
        return CodeBlock.of("$L != null", value);
    }

    private CodeBlock present() {
        return inclusion == Inclusion.NON_NULL ? notNull() : CodeBlock.of("$1L != null && $1L.isPresent()", value);
    }

    private CodeBlock filled() {
        return inclusion == Inclusion.NON_EMPTY ? CodeBlock.of("$1L != null && !$1L.isEmpty()", value) : notNull();
    }
}
