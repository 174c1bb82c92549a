package dev.parley.codegen.exposure;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import dev.parley.codegen.model.TypeVisitor;
import java.util.Set;

/** Which of the server's limits alone bound the values of each kind of type, its parts aside. */
final class KindBounds implements TypeVisitor<Set<String>>, ModelTypeVisitor<Set<String>> {
    /** Values that only a codec knows that was not generated, which may have any size and depth. */
    static final Set<String> UNKNOWN = Set.of("messageBytes", "depth");

    private static final Set<String> SIZE = Set.of("messageBytes");
    private static final Set<PlainType> TEXTS = Set.of(PlainType.STRING, PlainType.URI);

    @Override
    public Set<String> plain(Type.Plain type) {
        if (type.plain() == PlainType.JSON_VALUE) {
            return UNKNOWN;
        }
        return TEXTS.contains(type.plain()) ? SIZE : Set.of();
    }

    @Override
    public Set<String> nullable(Type.NullableOf type) {
        return Set.of();
    }

    @Override
    public Set<String> optional(Type.OptionalOf type) {
        return Set.of();
    }

    @Override
    public Set<String> maybe(Type.MaybeOf type) {
        return Set.of();
    }

    @Override
    public Set<String> constant(Type.Constant type) {
        return Set.of();
    }

    @Override
    public Set<String> checked(Type.Checked type) {
        return Set.of();
    }

    @Override
    public Set<String> sequence(Type.Sequence type) {
        return SIZE;
    }

    @Override
    public Set<String> map(Type.MapOf type) {
        return SIZE;
    }

    @Override
    public Set<String> array(Type.ArrayOf type) {
        return SIZE;
    }

    @Override
    public Set<String> model(Type.Model type) {
        return Set.of();
    }

    @Override
    public Set<String> variable(Type.Variable type) {
        return Set.of();
    }

    @Override
    public Set<String> wildcard(Type.Wildcard type) {
        return Set.of();
    }

    @Override
    public Set<String> custom(Type.Custom type) {
        return UNKNOWN;
    }

    @Override
    public Set<String> named(Type.Named type) {
        return Set.of();
    }

    @Override
    public Set<String> unsupported(Type.Unsupported type) {
        return Set.of();
    }

    @Override
    public Set<String> enumeration(ModelType.EnumType type) {
        return Set.of();
    }

    @Override
    public Set<String> object(ModelType.ObjectType type) {
        return type.rest() == null ? Set.of() : SIZE;
    }

    @Override
    public Set<String> tuple(ModelType.TupleType type) {
        return Set.of();
    }

    @Override
    public Set<String> choice(ModelType.ChoiceType type) {
        return Set.of();
    }

    @Override
    public Set<String> union(ModelType.UnionType type) {
        return Set.of();
    }

    @Override
    public Set<String> value(ModelType.ValueType type) {
        return Set.of();
    }

    @Override
    public Set<String> opaque(ModelType.OpaqueType type) {
        return UNKNOWN;
    }
}
