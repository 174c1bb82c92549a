package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.Type;

/** Takes the limits off what a member's values are. */
final class Limitless {
    private Limitless() {}

    static Member of(Member member) {
        return new Member(
                member.name(),
                member.wireName(),
                member.aliases(),
                of(member.type()),
                member.presence(),
                member.inclusion(),
                member.reading(),
                member.writing(),
                member.secret(),
                member.docs(),
                member.place());
    }

    private static Type of(Type type) {
        return type instanceof Type.NullableOf nullable
                ? nullable.type().unchecked().orNull()
                : type.unchecked();
    }
}
