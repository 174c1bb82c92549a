package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds the ways by which a peer could name a class that jackson-databind would load: type ids that are class names, type
 * ids of a resolver's own, and members that are classes. A peer's bytes never name a class, so each is an error, in a type
 * of the user's and in whatever databind would reach from it.
 */
final class ClassNames {
    private static final String KEY = "class-from-peer";
    private static final Set<String> NAMING_IDS = Set.of("CLASS", "MINIMAL_CLASS", "CUSTOM");
    private static final Set<String> RESOLVERS = Set.of("JsonTypeResolver", "JsonTypeIdResolver");
    private static final String WAY_OUT =
            " Use @JsonTypeInfo(use = Id.NAME) with @JsonSubTypes, or a sealed type without annotations.";

    private final Session session;
    private final DatabindReach reach;
    private final Set<Element> checked = new HashSet<>();
    private final Set<TypeElement> walked = new HashSet<>();

    ClassNames(Session session) {
        this.session = session;
        this.reach = new DatabindReach(session);
    }

    /** Checks the annotations that say how types are told apart on an element and, of a class, on its supertypes. */
    void checkDeclaration(Element element, TypeElement root) {
        if (!checked.add(element)) {
            return;
        }
        naming(element, new HashSet<>())
                .ifPresent(annotation -> report(
                        element,
                        root,
                        subject(element) + " lets a peer name a class to load, by " + annotation + "." + WAY_OUT));
        if (element instanceof TypeElement type) {
            session.types().directSupertypes(type.asType()).stream()
                    .map(Session::element)
                    .filter(Predicate.not(ClassNames::isJavas))
                    .forEach(supertype -> checkDeclaration(supertype, root));
        }
    }

    /** Checks all that databind would reach from a type that is left to it. */
    void checkReach(TypeElement type, TypeElement root) {
        if (!walked.add(type)) {
            return;
        }
        checkDeclaration(type, root);
        for (DatabindReach.Step step : reach.from(type)) {
            checkDeclaration(step.element(), root);
            for (TypeElement next : DatabindReach.classesOf(step.type())) {
                if (isLoadable(next)) {
                    report(
                            step.element(),
                            root,
                            subject(step.element()) + " is a " + next.getSimpleName()
                                    + ", so that a peer could name any class to load. Use a String or an enum.");
                } else if (!isJavas(next)) {
                    checkReach(next, root);
                }
            }
        }
        reach.subtypesOf(type).forEach(subtype -> checkReach(subtype, root));
    }

    private void report(Element element, TypeElement root, String text) {
        session.report(Problem.error(KEY, session.places().of(element, root), text));
    }

    private static String subject(Element element) {
        return element instanceof TypeElement
                ? element.getSimpleName().toString()
                : element.getSimpleName() + " of "
                        + Session.enclosingType(element).getSimpleName();
    }

    private static boolean isLoadable(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.lang.Class")
                || type.getQualifiedName().contentEquals("tools.jackson.databind.JavaType");
    }

    private static boolean isJavas(TypeElement type) {
        return Session.packageOf(type).startsWith("java.");
    }

    /** The annotation that lets a class be named, directly or among those that another annotation stands for. */
    private static Optional<String> naming(AnnotatedConstruct construct, Set<TypeElement> seen) {
        return construct.getAnnotationMirrors().stream()
                .flatMap(mirror -> naming(mirror, seen).stream())
                .findFirst();
    }

    private static Optional<String> naming(AnnotationMirror mirror, Set<TypeElement> seen) {
        String name = Annotations.simpleNameOf(mirror);
        TypeElement annotation = (TypeElement) mirror.getAnnotationType().asElement();
        if (Annotations.isJacksons(mirror)) {
            String use = name.equals("JsonTypeInfo") ? Annotations.constant(mirror, "use") : "";
            return NAMING_IDS.contains(use)
                    ? Optional.of("@JsonTypeInfo(use = " + use + ")")
                    : Optional.of("@" + name).filter(at -> RESOLVERS.contains(name));
        }
        boolean bundle = Annotations.hasJackson(annotation, "JacksonAnnotationsInside") && seen.add(annotation);
        return bundle
                ? naming(annotation, seen).map(inside -> "@" + name + ", which stands for " + inside)
                : Optional.empty();
    }

    /** Checks the annotations on a method of a service, where Jackson would not look, but its author may think so. */
    void checkMethod(ExecutableElement method, TypeElement service) {
        checkDeclaration(method, service);
        method.getParameters().forEach(parameter -> checkDeclaration(parameter, service));
    }
}
