package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.Type;

/** Takes the limits off what a member's values are. */
final class Limitless {
    private Limitless() {}

    static Member of(Member member) {
        return member.with(of(member.type()));
    }

    private static Type of(Type type) {
        return type instanceof Type.NullableOf nullable
                ? nullable.type().unchecked().orNull()
                : type.unchecked();
    }
}
