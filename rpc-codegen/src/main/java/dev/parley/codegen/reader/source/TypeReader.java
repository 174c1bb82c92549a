package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Turns a type of the compiler's into one of the model's, and notes every type of the user's that it meets. */
final class TypeReader {
    private static final Map<String, Type.SequenceKind> SEQUENCES = Map.of(
            "java.util.List", Type.SequenceKind.LIST,
            "java.util.Set", Type.SequenceKind.SET,
            "java.util.Collection", Type.SequenceKind.COLLECTION,
            "java.util.SortedSet", Type.SequenceKind.SORTED_SET,
            "java.util.Queue", Type.SequenceKind.QUEUE,
            "java.util.Deque", Type.SequenceKind.DEQUE);

    private final UserCodecs codecs;
    private final Models models;

    TypeReader(UserCodecs codecs, Models models) {
        this.codecs = codecs;
        this.models = models;
    }

    /** A type as it is declared. */
    Type read(TypeMirror type) {
        return read(type, type);
    }

    /**
     * A type whose variables are bound.
     *
     * @param shape the type with its variables replaced, which loses their annotations
     * @param declared the type as it is written, which has them
     */
    Type read(TypeMirror shape, TypeMirror declared) {
        Type type = readNonNull(shape, declared);
        return Nullness.isNullable(shape) || Nullness.isNullable(declared) ? type.orNull() : type;
    }

    private Type readNonNull(TypeMirror shape, TypeMirror declared) {
        return switch (shape.getKind()) {
            case ARRAY -> array((ArrayType) shape, declared);
            case DECLARED -> declared((DeclaredType) shape, declared);
            case TYPEVAR ->
                new Type.Variable(
                        ((TypeVariable) shape).asElement().getSimpleName().toString());
            case WILDCARD -> wildcard((WildcardType) shape);
            case VOID -> Type.VOID;
            case ERROR -> Unsupported.unresolved(shape);
            default -> plain(shape);
        };
    }

    private static Type plain(TypeMirror shape) {
        return PlainType.named(shape.getKind().name().toLowerCase(Locale.ROOT))
                .<Type>map(Type.Plain::new)
                .orElseGet(() -> Unsupported.unknown(shape.toString()));
    }

    private Type array(ArrayType shape, TypeMirror declared) {
        TypeMirror component = shape.getComponentType();
        TypeMirror annotated =
                declared.getKind() == TypeKind.ARRAY ? ((ArrayType) declared).getComponentType() : component;
        Type element = read(component, annotated);
        if (element instanceof Type.Unsupported) {
            return element;
        }
        TypeMirror innermost = component;
        while (innermost.getKind() == TypeKind.ARRAY) {
            innermost = ((ArrayType) innermost).getComponentType();
        }
        boolean generic = innermost.getKind() == TypeKind.TYPEVAR
                || innermost.getKind() == TypeKind.DECLARED
                        && !((DeclaredType) innermost).getTypeArguments().isEmpty();
        return generic ? Unsupported.genericArray(new Type.ArrayOf(element)) : new Type.ArrayOf(element);
    }

    private Type wildcard(WildcardType shape) {
        TypeMirror bound = shape.getSuperBound() != null ? shape.getSuperBound() : shape.getExtendsBound();
        if (bound == null) {
            return Unsupported.unboundWildcard();
        }
        Type read = read(bound);
        return read instanceof Type.Unsupported ? read : new Type.Wildcard(shape.getSuperBound() == null, read);
    }

    private Type declared(DeclaredType shape, TypeMirror declared) {
        TypeElement element = (TypeElement) shape.asElement();
        String name = element.getQualifiedName().toString();
        Optional<ClassRef> codec = codecs.forType(shape);
        if (codec.isPresent()) {
            return new Type.Custom(Shapes.of(shape), codec.get());
        }
        Optional<PlainType> plain = PlainType.named(name);
        if (plain.isPresent()) {
            return new Type.Plain(plain.get());
        }
        if (shape.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty()) {
            return Unsupported.raw(element);
        }
        List<Type> arguments = arguments(shape, declared);
        for (Type argument : arguments) {
            if (argument instanceof Type.Unsupported) {
                return argument;
            }
            if (hasNestedWildcard(argument)) {
                return Unsupported.nestedWildcard(new Type.Named(Session.ref(element), arguments));
            }
        }
        return withArguments(element, name, arguments);
    }

    private Type withArguments(TypeElement element, String name, List<Type> arguments) {
        if (SEQUENCES.containsKey(name)) {
            return new Type.Sequence(SEQUENCES.get(name), arguments.get(0));
        }
        return switch (name) {
            case "java.util.Optional" -> new Type.OptionalOf(arguments.get(0));
            case "dev.parley.codec.Maybe" -> new Type.MaybeOf(arguments.get(0).nonNull());
            case "java.util.Map" -> map(false, arguments);
            case "java.util.SortedMap" -> map(true, arguments);
            default -> Unsupported.reasonFor(element, name).orElseGet(() -> models.use(element, arguments));
        };
    }

    private Type map(boolean sorted, List<Type> arguments) {
        Type key = arguments.get(0);
        Type bare = key instanceof Type.Wildcard wildcard ? wildcard.bound() : key;
        boolean enumKey =
                bare.asModel().filter(model -> models.isEnum(model.name())).isPresent();
        if (!enumKey && bare.asPlain().filter(MapKeys::isKey).isEmpty()) {
            return Unsupported.mapKey(new Type.MapOf(sorted, key, arguments.get(1)));
        }
        return new Type.MapOf(sorted, key, arguments.get(1));
    }

    private List<Type> arguments(DeclaredType shape, TypeMirror declared) {
        List<? extends TypeMirror> shapes = shape.getTypeArguments();
        boolean parallel = declared.getKind() == TypeKind.DECLARED
                && ((DeclaredType) declared).asElement().equals(shape.asElement());
        List<? extends TypeMirror> annotated = parallel ? ((DeclaredType) declared).getTypeArguments() : shapes;
        List<Type> arguments = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            arguments.add(read(shapes.get(i), i < annotated.size() ? annotated.get(i) : shapes.get(i)));
        }
        return arguments;
    }

    private static boolean hasNestedWildcard(Type argument) {
        Type bare = argument.nonNull();
        return !(bare instanceof Type.Wildcard wildcard)
                ? bare.parts().stream().anyMatch(TypeReader::hasWildcard)
                : wildcard.bound().parts().stream().anyMatch(TypeReader::hasWildcard);
    }

    static boolean hasWildcard(Type type) {
        return type instanceof Type.Wildcard || type.parts().stream().anyMatch(TypeReader::hasWildcard);
    }
}
