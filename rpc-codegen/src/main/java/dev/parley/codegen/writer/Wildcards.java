package dev.parley.codegen.writer;

import dev.parley.codegen.model.Type;

/** Puts bounds in place of wildcards: what a codec reads is of one type. */
final class Wildcards {
    private Wildcards() {}

    static Type without(Type type) {
        return type instanceof Type.Wildcard wildcard ? without(wildcard.bound()) : type.withParts(Wildcards::without);
    }
}
