package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Method;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.model.Service.Declaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;

/**
 * Reads an interface. Its methods are the abstract ones, inherited ones included, and default methods that carry
 * {@code @RpcMethod} or {@code @RpcNotification}; a default method without is code of the caller's side.
 */
final class ServiceReader {
    private final Session session;
    private final MethodReader methods;
    private final ClassNames classNames;

    ServiceReader(Session session, MethodReader methods, ClassNames classNames) {
        this.session = session;
        this.methods = methods;
        this.classNames = classNames;
    }

    Service read(TypeElement element) {
        AnnotationMirror service = Annotations.ours(element, "RpcService").orElseThrow();
        Declaration declaration = declaration(element);
        return new Service(
                Session.ref(element),
                declaration,
                Session.isPublic(element),
                element.getTypeParameters().size(),
                Annotations.flag(service, "ordered"),
                Annotations.isDeprecated(element),
                declaration == Declaration.INTERFACE ? methodsOf(element, service) : List.of(),
                memberTypes(element),
                session.docs(element),
                session.places().of(element));
    }

    private static Declaration declaration(TypeElement element) {
        return switch (element.getKind()) {
            case INTERFACE ->
                element.getModifiers().contains(Modifier.SEALED) ? Declaration.SEALED_INTERFACE : Declaration.INTERFACE;
            case ANNOTATION_TYPE -> Declaration.ANNOTATION;
            default -> Declaration.CLASS;
        };
    }

    private List<Method> methodsOf(TypeElement element, AnnotationMirror service) {
        Conflicts conflicts = new Conflicts(session, element);
        List<Method> read = new ArrayList<>();
        for (Lineage method : reachable(element)) {
            conflicts.check(method);
            classNames.checkMethod(method.method(), element);
            read.add(methods.read(element, service, method));
        }
        return read;
    }

    /** Own methods as they are declared, then those of superinterfaces that are not overridden. */
    private List<Lineage> reachable(TypeElement element) {
        List<List<ExecutableElement>> found = new ArrayList<>();
        collect(element, element, found, new LinkedHashSet<>());
        return found.stream()
                .map(declarations -> new Lineage(session, element, declarations))
                .filter(lineage -> isRemote(lineage.method()))
                .toList();
    }

    private void collect(
            TypeElement service, TypeElement from, List<List<ExecutableElement>> found, Set<TypeElement> visited) {
        if (!visited.add(from)) {
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(from.getEnclosedElements())) {
            boolean candidate = !method.getModifiers().contains(Modifier.STATIC)
                    && !method.getModifiers().contains(Modifier.PRIVATE);
            if (candidate) {
                found.stream()
                        .filter(known -> isSame(service, known.get(0), method))
                        .findFirst()
                        .ifPresentOrElse(known -> known.add(method), () -> found.add(new ArrayList<>(List.of(method))));
            }
        }
        from.getInterfaces()
                .forEach(superinterface -> collect(service, Session.element(superinterface), found, visited));
    }

    private boolean isSame(TypeElement service, ExecutableElement one, ExecutableElement other) {
        if (!one.getSimpleName().equals(other.getSimpleName())) {
            return false;
        }
        DeclaredType type = (DeclaredType) service.asType();
        ExecutableType first = (ExecutableType) session.types().asMemberOf(type, one);
        ExecutableType second = (ExecutableType) session.types().asMemberOf(type, other);
        return session.types().isSubsignature(first, second) || session.types().isSubsignature(second, first);
    }

    private boolean isRemote(ExecutableElement method) {
        if (Annotations.hasOurs(method, "RpcMethod") || Annotations.hasOurs(method, "RpcNotification")) {
            return true;
        }
        return !method.isDefault() && !isObjects(method);
    }

    // An interface may repeat equals, hashCode and toString to document them; every object has them already.
    private boolean isObjects(ExecutableElement method) {
        TypeElement object = session.elements().getTypeElement("java.lang.Object");
        return ElementFilter.methodsIn(object.getEnclosedElements()).stream()
                .filter(known -> known.getModifiers().contains(Modifier.PUBLIC))
                .anyMatch(known -> known.getSimpleName().equals(method.getSimpleName())
                        && session.types()
                                .isSubsignature((ExecutableType) method.asType(), (ExecutableType) known.asType()));
    }

    private static Set<String> memberTypes(TypeElement element) {
        Map<String, Element> types = new LinkedHashMap<>();
        addMemberTypes(element, types);
        return types.keySet();
    }

    private static void addMemberTypes(TypeElement element, Map<String, Element> types) {
        for (Element enclosed : element.getEnclosedElements()) {
            ElementKind kind = enclosed.getKind();
            if (kind.isClass() || kind.isInterface()) {
                types.put(enclosed.getSimpleName().toString(), enclosed);
            }
        }
        element.getInterfaces().forEach(superinterface -> addMemberTypes(Session.element(superinterface), types));
    }
}
