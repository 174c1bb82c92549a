package dev.parley.codegen.check;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelTypeVisitor;
import java.util.List;
import java.util.stream.Stream;

/** The names on the wire that one type tells apart, aliases included. */
final class WireNamesOf implements ModelTypeVisitor<Stream<String>> {
    @Override
    public Stream<String> enumeration(ModelType.EnumType type) {
        return type.constants().stream().flatMap(constant -> names(constant.wireName(), constant.aliases()));
    }

    @Override
    public Stream<String> object(ModelType.ObjectType type) {
        Stream<String> tag = Stream.ofNullable(type.tag()).map(ModelType.Tag::member);
        Stream<String> members = type.members().stream().flatMap(member -> names(member.wireName(), member.aliases()));
        return Stream.concat(tag, members);
    }

    @Override
    public Stream<String> tuple(ModelType.TupleType type) {
        return Stream.empty();
    }

    @Override
    public Stream<String> choice(ModelType.ChoiceType type) {
        return Stream.empty();
    }

    @Override
    public Stream<String> union(ModelType.UnionType type) {
        return type.cases().stream().map(ModelType.Case::tag);
    }

    @Override
    public Stream<String> value(ModelType.ValueType type) {
        return Stream.empty();
    }

    @Override
    public Stream<String> opaque(ModelType.OpaqueType type) {
        return Stream.empty();
    }

    private static Stream<String> names(String name, List<String> aliases) {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
