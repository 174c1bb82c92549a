package dev.parley.codegen.reader.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what a class inherits that the generator does not follow. Jackson joins the annotations of a class with those of
 * its supertypes, and those of a method with those of the methods that it overrides.
 */
final class Inherited {
    /** Read where they stand. */
    private static final Set<String> OF_FAMILIES =
            Set.of("JsonTypeInfo", "JsonSubTypes", "JsonTypeName", "JsonClassDescription", "JsonRootName");

    private final Session session;
    private final TypeElement element;
    private final List<ExecutableElement> methods = new ArrayList<>();

    private Inherited(Session session, TypeElement element) {
        this.session = session;
        this.element = element;
        methods.addAll(ElementFilter.methodsIn(element.getEnclosedElements()));
    }

    static void check(Session session, TypeElement element) {
        new Inherited(session, element).checkSupertypes(element);
    }

    private void checkSupertypes(TypeElement below) {
        for (TypeMirror supertype : session.types().directSupertypes(below.asType())) {
            TypeElement above = Session.element(supertype);
            if (!Session.packageOf(above).startsWith("java.")) {
                checkClass(above);
                note(above);
                checkSupertypes(above);
            }
        }
    }

    private static void checkClass(TypeElement above) {
        above.getAnnotationMirrors().stream()
                .filter(mirror -> Untreatable.isLomboks(mirror)
                        || Annotations.isJacksons(mirror) && !OF_FAMILIES.contains(Annotations.simpleNameOf(mirror)))
                .findFirst()
                .ifPresent(mirror -> {
                    throw new UntreatableException("the generator does not understand @"
                            + Annotations.simpleNameOf(mirror) + " on its supertype " + above.getSimpleName());
                });
    }

    private void note(TypeElement above) {
        boolean isInterface = above.getKind() == ElementKind.INTERFACE;
        for (ExecutableElement method : ElementFilter.methodsIn(above.getEnclosedElements())) {
            boolean overridden = methods.stream().anyMatch(below -> joins(below, method, isInterface));
            if (overridden || isInterface && isAnnotated(method)) {
                throw new UntreatableException("the generator does not join Jackson's annotations on "
                        + method.getSimpleName() + "() with those of the method that it overrides");
            }
        }
        methods.addAll(ElementFilter.methodsIn(above.getEnclosedElements()));
    }

    // A method of an interface is not read, so that there the annotations of what overrides it are all.
    private boolean joins(ExecutableElement below, ExecutableElement above, boolean isInterface) {
        return (isAnnotated(above) || isAnnotated(below) && !isInterface)
                && session.elements().overrides(below, above, element);
    }

    private static boolean isAnnotated(Element method) {
        return method.getAnnotationMirrors().stream().anyMatch(Annotations::isJacksons);
    }
}
