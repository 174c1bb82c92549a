package dev.parley.codegen.reader.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * What jackson-databind would read and write of a class that is left to it. Where it is not certain that databind sees a
 * member, it counts: a member too many costs a look at its type.
 */
final class DatabindReach {
    private final Session session;

    DatabindReach(Session session) {
        this.session = session;
    }

    /** A member, and the type of its values. */
    record Step(Element element, TypeMirror type) {}

    /** The members of a class, its superclasses and its interfaces. */
    List<Step> from(TypeElement type) {
        List<Step> steps = new ArrayList<>();
        collect(type, new HashSet<>(), steps);
        Set<String> ignored = new HashSet<>();
        steps.stream()
                .filter(step -> Annotations.hasJackson(step.element(), "JsonIgnore"))
                .forEach(step -> ignored.add(nameOf(step.element())));
        boolean all = isOpen(type);
        Set<String> accessors = new HashSet<>();
        steps.stream()
                .map(Step::element)
                .filter(ExecutableElement.class::isInstance)
                .forEach(method -> accessors.add(nameOf(method)));
        return steps.stream()
                .filter(step -> !ignored.contains(nameOf(step.element())))
                .filter(step -> all || isVisible(step.element()) || accessors.contains(nameOf(step.element())))
                .toList();
    }

    private void collect(TypeElement type, Set<TypeElement> seen, List<Step> steps) {
        if (Session.packageOf(type).startsWith("java.") || !seen.add(type)) {
            return;
        }
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC) || hasJacksons(field)) {
                steps.add(new Step(field, field.asType()));
            }
        }
        type.getRecordComponents().forEach(component -> steps.add(new Step(component, component.asType())));
        for (Element enclosed : type.getEnclosedElements()) {
            if (enclosed instanceof ExecutableElement method && isOfInterest(method)) {
                steps.add(new Step(method, method.getReturnType()));
                method.getParameters().forEach(parameter -> steps.add(new Step(parameter, parameter.asType())));
            }
        }
        session.types()
                .directSupertypes(type.asType())
                .forEach(supertype -> collect(Session.element(supertype), seen, steps));
    }

    private static boolean isOfInterest(ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        return switch (method.getKind()) {
            case CONSTRUCTOR -> true;
            case METHOD -> hasJacksons(method) || !isStatic && isAccessor(method);
            default -> false;
        };
    }

    private static boolean isAccessor(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean getter = method.getParameters().isEmpty() && (name.startsWith("get") || name.startsWith("is"));
        boolean setter = method.getParameters().size() == 1 && name.startsWith("set");
        return (getter || setter) && !name.equals("getClass");
    }

    // Parameters of constructors and setters are read wherever they are.
    private static boolean isVisible(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || hasJacksons(element)
                || element.getEnclosingElement() instanceof ExecutableElement;
    }

    /** Whether members count that nothing in the source shows: databind is told so, or Lombok writes their accessors. */
    private static boolean isOpen(TypeElement type) {
        return Stream.concat(
                        type.getAnnotationMirrors().stream(),
                        type.getEnclosedElements().stream().flatMap(each -> each.getAnnotationMirrors().stream()))
                .anyMatch(mirror -> Untreatable.isLomboks(mirror)
                        || Annotations.isJacksons(mirror)
                                && Annotations.simpleNameOf(mirror).equals("JsonAutoDetect"));
    }

    private static boolean hasJacksons(AnnotatedConstruct element) {
        return element.getAnnotationMirrors().stream().anyMatch(Annotations::isJacksons);
    }

    private static String nameOf(Element element) {
        String name = element.getSimpleName().toString();
        boolean accessor = element instanceof ExecutableElement method && isAccessor(method);
        return accessor
                ? name.replaceFirst("^(get|is|set)", "").toLowerCase(Locale.ROOT)
                : name.toLowerCase(Locale.ROOT);
    }

    /** The classes that a type is made of. */
    static Set<TypeElement> classesOf(TypeMirror type) {
        Set<TypeElement> classes = new LinkedHashSet<>();
        collect(type, classes, new HashSet<>());
        return classes;
    }

    private static void collect(TypeMirror type, Set<TypeElement> classes, Set<Element> variables) {
        if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            classes.add((TypeElement) declared.asElement());
            declared.getTypeArguments().forEach(argument -> collect(argument, classes, variables));
        } else if (type instanceof ArrayType array) {
            collect(array.getComponentType(), classes, variables);
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getExtendsBound(), wildcard.getSuperBound())
                    .filter(bound -> bound != null)
                    .forEach(bound -> collect(bound, classes, variables));
        } else if (type instanceof TypeVariable variable && variables.add(variable.asElement())) {
            collect(variable.getUpperBound(), classes, variables);
        }
    }

    /** The classes that databind may make where the source says a class: those it is told of. */
    List<TypeElement> subtypesOf(TypeElement type) {
        List<TypeElement> subtypes = new ArrayList<>();
        type.getPermittedSubclasses().forEach(subclass -> subtypes.add(Session.element(subclass)));
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            if (Annotations.isJacksons(mirror)) {
                mirror.getElementValues().values().forEach(value -> addClasses(value.getValue(), subtypes));
            }
        }
        return subtypes;
    }

    private static void addClasses(Object value, List<TypeElement> classes) {
        Annotations.classOf(value).ifPresent(classes::add);
        if (value instanceof AnnotationMirror mirror) {
            mirror.getElementValues().values().forEach(inner -> addClasses(inner.getValue(), classes));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> addClasses(((javax.lang.model.element.AnnotationValue) each).getValue(), classes));
        }
    }
}
