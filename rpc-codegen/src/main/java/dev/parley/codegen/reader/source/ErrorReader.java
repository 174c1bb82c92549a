package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.DeclaredError;
import dev.parley.codegen.model.Docs;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the exception types that a method declares. */
final class ErrorReader {
    private final Session session;
    private final TypeReader types;

    ErrorReader(Session session, TypeReader types) {
        this.session = session;
        this.types = types;
    }

    List<DeclaredError> read(TypeElement service, Lineage lineage) {
        ExecutableElement method = lineage.method();
        List<DeclaredError> errors = new ArrayList<>();
        Docs docs = session.docs(method);
        for (TypeMirror thrown : lineage.thrown()) {
            if (thrown.getKind() == TypeKind.DECLARED) {
                errors.add(read(service, method, Session.element(thrown), docs));
            }
        }
        return errors;
    }

    private DeclaredError read(TypeElement service, ExecutableElement method, TypeElement type, Docs docs) {
        Optional<ExecutableElement> accessor = accessor(type);
        Optional<AnnotationMirror> annotation = Annotations.ours(type, "RpcError");
        return new DeclaredError(
                Session.ref(type),
                annotation
                        .flatMap(mirror -> Annotations.value(mirror, "code"))
                        .map(code -> (Integer) code)
                        .orElse(null),
                annotation.isPresent() ? accessor.map(this::data).orElse(Type.VOID) : Type.VOID,
                accessor.map(found -> found.getSimpleName().toString()).orElse(""),
                hasConstructor(type, accessor),
                session.isVisible(type),
                depth(type),
                docs.thrown(type.getSimpleName().toString()),
                session.places().of(method, service));
    }

    private Type data(ExecutableElement accessor) {
        Type type = types.read(accessor.getReturnType());
        return Nullness.isNullable(accessor) || !Nullness.isMarked(accessor) ? type.orNull() : type;
    }

    private Optional<ExecutableElement> accessor(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().contentEquals("data")
                        || method.getSimpleName().contentEquals("getData"))
                .filter(method -> method.getParameters().isEmpty()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && session.isVisible(method))
                .findFirst();
    }

    private boolean hasConstructor(TypeElement type, Optional<ExecutableElement> accessor) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(session::isVisible)
                .anyMatch(constructor -> fits(constructor.getParameters(), accessor));
    }

    private boolean fits(List<? extends VariableElement> parameters, Optional<ExecutableElement> accessor) {
        int expected = accessor.isPresent() ? 2 : 1;
        if (parameters.size() != expected || !isString(parameters.get(0).asType())) {
            return false;
        }
        return accessor.isEmpty()
                || session.types()
                        .isAssignable(
                                accessor.get().getReturnType(),
                                parameters.get(1).asType());
    }

    private static boolean isString(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && Session.element(type).getQualifiedName().contentEquals("java.lang.String");
    }

    private static int depth(TypeElement type) {
        int depth = 0;
        TypeMirror at = type.getSuperclass();
        while (at.getKind() == TypeKind.DECLARED) {
            depth++;
            at = ((TypeElement) ((DeclaredType) at).asElement()).getSuperclass();
        }
        return depth;
    }
}
