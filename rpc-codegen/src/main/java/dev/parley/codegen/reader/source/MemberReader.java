package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Inclusion;
import dev.parley.codegen.model.ModelType.Member;
import dev.parley.codegen.model.ModelType.Presence;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Turns a property into a member: its type, and what holds for nulls and absence. */
final class MemberReader {
    private final TypeReader types;
    private final Places places;

    MemberReader(TypeReader types, Places places) {
        this.types = types;
        this.places = places;
    }

    /**
     * Reads a member.
     *
     * @param shape its type with variables of superclasses bound
     */
    Member read(TypeElement owner, Property property, TypeMirror shape, Access reading, Access writing, String docs) {
        property.elements().forEach(Untreatable::checkMember);
        Type declared = codec(property, shape).orElseGet(() -> types.read(shape, property.type()));
        if (TypeReader.hasWildcard(declared)) {
            throw new UntreatableException("the type of its member " + property.name() + " has a wildcard");
        }
        boolean marked = Nullness.isMarked(property.typed());
        boolean nullable = property.elements().stream().anyMatch(Nullness::isNullable);
        Type type = nullable || !marked && !saysItself(declared) ? declared.orNull() : declared;
        Inclusion inclusion = inclusion(owner, property, type);
        return new Member(
                property.name(),
                property.wireName(),
                aliases(property),
                type,
                presence(property, type, inclusion),
                inclusion,
                reading,
                writing,
                property.hasOurs("RpcSecret"),
                docs,
                places.of(property.typed(), owner));
    }

    private static Optional<Type> codec(Property property, TypeMirror shape) {
        return property.elements().stream()
                .flatMap(element -> UserCodecs.on(element).stream())
                .findFirst()
                .map(codec -> new Type.Custom(Shapes.of(shape), codec));
    }

    private static boolean saysItself(Type type) {
        return type.isPrimitive() || type.isOptional() || type instanceof Type.MaybeOf;
    }

    private static Presence presence(Property property, Type type, Inclusion inclusion) {
        if (!property.isArgument()) {
            return Presence.ABSENT_IS_LEFT;
        }
        boolean demanded = property.jackson("JsonProperty")
                .filter(mirror -> Annotations.flag(mirror, "required"))
                .isPresent();
        // What is left out because it is empty must be readable without it.
        boolean leftOut = inclusion == Inclusion.NON_EMPTY && hasEmpty(type);
        boolean lenient = leftOut || type.isNullable() || !type.isPrimitive() && saysItself(type);
        return lenient && !demanded ? Presence.ABSENT_IS_NULL : Presence.REQUIRED;
    }

    private static boolean hasEmpty(Type type) {
        return type.is(PlainType.STRING)
                || type instanceof Type.Sequence
                || type instanceof Type.MapOf
                || type instanceof Type.ArrayOf;
    }

    private static List<String> aliases(Property property) {
        return property.jackson("JsonAlias")
                .map(mirror -> Annotations.texts(mirror, "value"))
                .orElse(List.of());
    }

    private static Inclusion inclusion(TypeElement owner, Property property, Type type) {
        Inclusion inclusion = property.jackson("JsonInclude")
                .or(() -> Annotations.jackson(owner, "JsonInclude"))
                .map(MemberReader::inclusion)
                .orElse(Inclusion.ALWAYS);
        if (type.nonNull() instanceof Type.MaybeOf) {
            // What is absent is never written.
            return Inclusion.NON_ABSENT;
        }
        return type.isPrimitive() ? Inclusion.ALWAYS : inclusion;
    }

    private static Inclusion inclusion(AnnotationMirror mirror) {
        if (Annotations.value(mirror, "content").isPresent()) {
            throw new UntreatableException("the generator does not understand @JsonInclude(content = …)");
        }
        String value = Annotations.constant(mirror, "value");
        return switch (value) {
            case "", "ALWAYS", "USE_DEFAULTS" -> Inclusion.ALWAYS;
            case "NON_NULL" -> Inclusion.NON_NULL;
            case "NON_ABSENT" -> Inclusion.NON_ABSENT;
            case "NON_EMPTY" -> Inclusion.NON_EMPTY;
            default -> throw new UntreatableException("the generator does not understand @JsonInclude(" + value + ")");
        };
    }
}
