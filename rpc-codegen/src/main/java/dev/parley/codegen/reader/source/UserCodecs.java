package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ClassRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The codecs that users wrote, by the types that they are for. */
final class UserCodecs {
    private static final String CODEC = "dev.parley.codec.Codec";

    private final Session session;
    private final Map<String, ClassRef> byType = new HashMap<>();

    UserCodecs(Session session) {
        this.session = session;
    }

    /** Takes those that a service names. */
    void addAll(TypeElement service) {
        Annotations.ours(service, "RpcService")
                .map(mirror -> Annotations.classes(mirror, "codecs"))
                .orElse(List.of())
                .forEach(codec -> target(session, codec).ifPresent(type -> byType.put(key(type), Session.ref(codec))));
    }

    /** The codec for a type. */
    Optional<ClassRef> forType(TypeMirror type) {
        ClassRef named = byType.get(key(type));
        if (named != null) {
            return Optional.of(named);
        }
        return type.getKind() == TypeKind.DECLARED ? on(Session.element(type)) : Optional.empty();
    }

    // A type's own text is no key: compilers print annotations in it, each in its way.
    static String key(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED) {
            return type.getKind().toString();
        }
        String name = Session.element(type).getQualifiedName().toString();
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        return arguments.isEmpty()
                ? name
                : arguments.stream().map(UserCodecs::key).collect(Collectors.joining(",", name + "<", ">"));
    }

    /** The codec that an element's own annotation names. */
    static Optional<ClassRef> on(javax.lang.model.AnnotatedConstruct element) {
        return named(Annotations.ours(element, "RpcCodec"));
    }

    /** The codec that an annotation names. */
    static Optional<ClassRef> named(Optional<AnnotationMirror> annotation) {
        return annotation
                .flatMap(mirror -> Annotations.value(mirror, "value"))
                .flatMap(Annotations::classOf)
                .map(Session::ref);
    }

    /** The {@code T} of a class that implements {@code Codec<T>}. */
    static Optional<TypeMirror> target(Session session, TypeElement codec) {
        return target(session, codec.asType());
    }

    private static Optional<TypeMirror> target(Session session, TypeMirror codec) {
        for (TypeMirror supertype : session.types().directSupertypes(codec)) {
            DeclaredType declared = (DeclaredType) supertype;
            if (Session.element(supertype).getQualifiedName().contentEquals(CODEC)) {
                return declared.getTypeArguments().isEmpty()
                        ? Optional.empty()
                        : Optional.of(declared.getTypeArguments().get(0));
            }
            Optional<TypeMirror> found = target(session, supertype);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
