package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.Locale;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** How a type is written in Java, whatever its values are on the wire. */
final class Shapes {
    private static final Type OBJECT = new Type.Named(ClassRef.topLevel("java.lang.Object"), List.of());

    private Shapes() {}

    static Type of(TypeMirror type) {
        return switch (type.getKind()) {
            case DECLARED ->
                new Type.Named(
                        Session.ref(Session.element(type)),
                        ((DeclaredType) type)
                                .getTypeArguments().stream().map(Shapes::of).toList());
            case ARRAY -> new Type.ArrayOf(of(((ArrayType) type).getComponentType()));
            case TYPEVAR ->
                new Type.Variable(
                        ((TypeVariable) type).asElement().getSimpleName().toString());
            case WILDCARD -> wildcard((WildcardType) type);
            default ->
                PlainType.named(type.getKind().name().toLowerCase(Locale.ROOT))
                        .<Type>map(Type.Plain::new)
                        .orElseGet(() -> OBJECT);
        };
    }

    private static Type wildcard(WildcardType type) {
        if (type.getSuperBound() != null) {
            return new Type.Wildcard(false, of(type.getSuperBound()));
        }
        return type.getExtendsBound() != null
                ? new Type.Wildcard(true, of(type.getExtendsBound()))
                : new Type.Wildcard(true, OBJECT);
    }
}
