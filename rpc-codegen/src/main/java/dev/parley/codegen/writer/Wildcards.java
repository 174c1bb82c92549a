package dev.parley.codegen.writer;

import dev.parley.codegen.model.Type;
import java.util.List;

/** Puts bounds in place of wildcards: what a codec reads is of one type. */
final class Wildcards {
    private Wildcards() {}

    static Type without(Type type) {
        if (type instanceof Type.Wildcard wildcard) {
            return without(wildcard.bound());
        } else if (type instanceof Type.NullableOf nullable) {
            return new Type.NullableOf(without(nullable.type()));
        } else if (type instanceof Type.OptionalOf optional) {
            return new Type.OptionalOf(without(optional.content()));
        } else if (type instanceof Type.Sequence sequence) {
            return new Type.Sequence(sequence.kind(), without(sequence.element()));
        } else if (type instanceof Type.MapOf map) {
            return new Type.MapOf(map.sorted(), without(map.key()), without(map.value()));
        } else if (type instanceof Type.Model model) {
            return new Type.Model(model.name(), all(model.arguments()));
        }
        return type;
    }

    private static List<Type> all(List<Type> types) {
        return types.stream().map(Wildcards::without).toList();
    }
}
