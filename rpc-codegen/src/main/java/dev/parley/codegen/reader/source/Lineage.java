package dev.parley.codegen.reader.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A method of a service with all its declarations: it may override others, and several interfaces may declare it. What it
 * means follows from all of them, whatever their order.
 */
final class Lineage {
    private final Session session;
    private final TypeElement service;
    /** All, the one first that the service's users see. */
    private final List<ExecutableElement> declarations;

    Lineage(Session session, TypeElement service, List<ExecutableElement> declarations) {
        this.session = session;
        this.service = service;
        this.declarations = declarations.stream()
                .sorted(Comparator.comparing((ExecutableElement method) -> isOverridden(method, declarations))
                        .thenComparing(method -> !isMostSpecific(method, declarations))
                        .thenComparing(method -> Session.ref(Session.enclosingType(method))))
                .toList();
    }

    /** The declaration whose result type, comment and place count. */
    ExecutableElement method() {
        return declarations.get(0);
    }

    /** Its types as the service sees them. */
    ExecutableType shape() {
        return shape(method());
    }

    private ExecutableType shape(ExecutableElement method) {
        return (ExecutableType) session.types().asMemberOf((DeclaredType) service.asType(), method);
    }

    /** The declarations that no other overrides. */
    List<ExecutableElement> heads() {
        return declarations.stream()
                .filter(method -> !isOverridden(method, declarations))
                .toList();
    }

    private boolean isOverridden(ExecutableElement method, List<ExecutableElement> by) {
        TypeMirror owner = typeOf(method);
        return by.stream()
                .filter(other -> !other.equals(method))
                .map(this::typeOf)
                .anyMatch(other -> !session.types().isSameType(other, owner)
                        && session.types().isSubtype(other, owner));
    }

    private TypeMirror typeOf(ExecutableElement method) {
        return session.types().erasure(Session.enclosingType(method).asType());
    }

    private boolean isMostSpecific(ExecutableElement method, List<ExecutableElement> all) {
        TypeMirror result = shape(method).getReturnType();
        return all.stream()
                .map(other -> shape(other).getReturnType())
                .allMatch(other -> result.getKind() == TypeKind.VOID
                        ? other.getKind() == TypeKind.VOID
                        : session.types().isSubtype(result, other));
    }

    /** One of our annotations on the method: its own, or one of a declaration that it overrides. */
    Optional<AnnotationMirror> annotation(String simpleName) {
        return saying(simpleName, declarations).stream()
                .flatMap(method -> Annotations.ours(method, simpleName).stream())
                .findFirst();
    }

    boolean has(String simpleName) {
        return annotation(simpleName).isPresent();
    }

    /** One of our annotations on a parameter. */
    Optional<AnnotationMirror> annotation(int parameter, String simpleName) {
        return saying(simpleName, parameters(parameter)).stream()
                .flatMap(element -> Annotations.ours(element, simpleName).stream())
                .findFirst();
    }

    /** The declarations of a parameter, in the order of those of the method. */
    List<Element> parameters(int index) {
        return declarations.stream()
                .<Element>map(method -> method.getParameters().get(index))
                .toList();
    }

    /** Those that carry an annotation, and are not overridden by others that do. */
    <E extends Element> List<E> saying(String simpleName, List<E> elements) {
        List<E> saying = elements.stream()
                .filter(element -> Annotations.hasOurs(element, simpleName))
                .toList();
        List<ExecutableElement> methods = saying.stream().map(Lineage::methodOf).toList();
        return saying.stream()
                .filter(element -> !isOverridden(methodOf(element), methods))
                .toList();
    }

    private static ExecutableElement methodOf(Element element) {
        return element instanceof ExecutableElement method ? method : (ExecutableElement) element.getEnclosingElement();
    }

    /** The exceptions that an implementation may throw: each is allowed by every declaration. */
    List<TypeMirror> thrown() {
        List<ExecutableElement> heads = heads();
        List<TypeMirror> thrown = new ArrayList<>();
        heads.stream()
                .flatMap(method -> shape(method).getThrownTypes().stream())
                .filter(type -> heads.stream().allMatch(method -> allows(method, type)))
                .filter(type ->
                        thrown.stream().noneMatch(known -> session.types().isSameType(known, type)))
                .forEach(thrown::add);
        return thrown;
    }

    private boolean allows(ExecutableElement method, TypeMirror thrown) {
        boolean unchecked = Stream.of("java.lang.RuntimeException", "java.lang.Error")
                .anyMatch(type -> session.isSubtype(thrown, type));
        return unchecked
                || shape(method).getThrownTypes().stream()
                        .anyMatch(allowed -> session.types().isSubtype(thrown, allowed));
    }
}
