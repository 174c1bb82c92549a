package dev.parley.codegen.writer;

import com.palantir.javapoet.CodeBlock;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;

/** The expression that gives the codec of a map's keys: only enums are keys among the types of the user's. */
final class KeyExpressions implements ModelTypeVisitor<CodeBlock> {
    @Override
    public CodeBlock enumeration(ModelType.EnumType type) {
        return CodeBlock.of("$T.enumOf($L)", Runtime.KEY_CODECS, EnumCodecWriter.arguments(type));
    }

    @Override
    public CodeBlock object(ModelType.ObjectType type) {
        return rejected(type);
    }

    @Override
    public CodeBlock tuple(ModelType.TupleType type) {
        return rejected(type);
    }

    @Override
    public CodeBlock choice(ModelType.ChoiceType type) {
        return rejected(type);
    }

    @Override
    public CodeBlock union(ModelType.UnionType type) {
        return rejected(type);
    }

    @Override
    public CodeBlock value(ModelType.ValueType type) {
        return ValueCodecWriter.key(type);
    }

    @Override
    public CodeBlock opaque(ModelType.OpaqueType type) {
        return rejected(type);
    }

    private static CodeBlock rejected(ModelType type) {
        throw new IllegalArgumentException(type.name() + " should have been rejected by a check");
    }
}
