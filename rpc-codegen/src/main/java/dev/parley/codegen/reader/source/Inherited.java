package dev.parley.codegen.reader.source;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, ExecutableElement> methods = new HashMap<>();

    private Inherited(Session session) {
        this.session = session;
    }

    static void check(Session session, TypeElement element) {
        Inherited inherited = new Inherited(session);
        inherited.note(element);
        inherited.checkSupertypes(element);
    }

    private void checkSupertypes(TypeElement element) {
        for (TypeMirror supertype : session.types().directSupertypes(element.asType())) {
            TypeElement above = Session.element(supertype);
            checkClass(above);
            note(above);
            checkSupertypes(above);
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

    private void note(TypeElement element) {
        for (ExecutableElement method : ElementFilter.methodsIn(element.getEnclosedElements())) {
            String signature =
                    method.getSimpleName() + "/" + method.getParameters().size();
            ExecutableElement below = methods.putIfAbsent(signature, method);
            boolean ofInterface = element.getKind() == ElementKind.INTERFACE;
            if ((below != null || ofInterface) && isAnnotated(method) || below != null && isAnnotated(below)) {
                throw new UntreatableException("the generator does not join Jackson's annotations on "
                        + method.getSimpleName() + "() with those of the method that it overrides");
            }
        }
    }

    private static boolean isAnnotated(Element method) {
        return method.getAnnotationMirrors().stream().anyMatch(Annotations::isJacksons);
    }
}
