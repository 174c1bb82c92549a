package dev.parley.codegen.writer;

import com.palantir.javapoet.TypeSpec;
import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;
import java.util.Optional;

/** Writes the codec of a type of the user's; none for types that are left to databind. */
final class CodecWriter implements ModelTypeVisitor<Optional<TypeSpec.Builder>> {
    private final GeneratedNames names;
    private final CodecExpressions codecs;

    CodecWriter(GeneratedNames names, CodecExpressions codecs) {
        this.names = names;
        this.codecs = codecs;
    }

    @Override
    public Optional<TypeSpec.Builder> enumeration(ModelType.EnumType type) {
        return Optional.of(new EnumCodecWriter().write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> object(ModelType.ObjectType type) {
        return Optional.of(new ObjectCodecWriter(codecs).write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> tuple(ModelType.TupleType type) {
        return Optional.of(new TupleCodecWriter(codecs).write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> choice(ModelType.ChoiceType type) {
        return Optional.of(new ChoiceCodecWriter(names).write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> union(ModelType.UnionType type) {
        return Optional.of(new UnionCodecWriter(codecs, names).write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> value(ModelType.ValueType type) {
        return Optional.of(new ValueCodecWriter(codecs).write(names.codec(type.name()), type));
    }

    @Override
    public Optional<TypeSpec.Builder> opaque(ModelType.OpaqueType type) {
        return Optional.empty();
    }
}
