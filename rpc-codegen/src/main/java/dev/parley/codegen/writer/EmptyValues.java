package dev.parley.codegen.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;

/** The value of a member that was left out because it was empty; null, as for any other, where a type has no such value. */
final class EmptyValues implements TypeVisitor<CodeBlock> {
    private static final CodeBlock NULL = CodeBlock.of("null");

    @Override
    public CodeBlock plain(Type.Plain type) {
        return type.plain() == PlainType.STRING ? CodeBlock.of("\"\"") : NULL;
    }

    @Override
    public CodeBlock nullable(Type.NullableOf type) {
        return NULL;
    }

    @Override
    public CodeBlock optional(Type.OptionalOf type) {
        return NULL;
    }

    @Override
    public CodeBlock maybe(Type.MaybeOf type) {
        return NULL;
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
        String name = switch (type.kind()) {
            case LIST, COLLECTION -> "ArrayList";
            case SET -> "LinkedHashSet";
            case SORTED_SET -> "TreeSet";
            case QUEUE, DEQUE -> "ArrayDeque";
        };
        return made(name);
    }

    @Override
    public CodeBlock map(Type.MapOf type) {
        return made(type.sorted() ? "TreeMap" : "LinkedHashMap");
    }

    @Override
    public CodeBlock array(Type.ArrayOf type) {
        CodeBlock dimensions = CodeBlock.of("[0]");
        Type element = type.element();
        while (element instanceof Type.ArrayOf inner) {
            dimensions = CodeBlock.of("$L[]", dimensions);
            element = inner.element();
        }
        return CodeBlock.of("new $T$L", JavaTypes.of(element.nonNull()), dimensions);
    }

    @Override
    public CodeBlock model(Type.Model type) {
        return NULL;
    }

    @Override
    public CodeBlock variable(Type.Variable type) {
        return NULL;
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

    private static CodeBlock made(String name) {
        return CodeBlock.of("new $T<>()", ClassName.get("java.util", name));
    }
}
