package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Field, getter, setter and constructor parameter of one name, which together are a member. Filled while a class is read. */
final class Property {
    private final String name;
    private @Nullable VariableElement field;
    private @Nullable ExecutableElement getter;
    private @Nullable ExecutableElement setter;
    private @Nullable VariableElement argument;

    Property(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void field(VariableElement found) {
        field = found;
    }

    void getter(ExecutableElement found) {
        if (getter == null || !getter.getSimpleName().toString().startsWith("get")) {
            getter = found;
        }
    }

    void setter(ExecutableElement found) {
        setter = setter == null ? found : setter;
    }

    void argument(VariableElement found) {
        argument = found;
    }

    boolean isArgument() {
        return argument != null;
    }

    boolean hasField() {
        return field != null;
    }

    /** All that it is made of, for annotations. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        for (Element element : new Element[] {getter, field, setter, argument}) {
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    Optional<AnnotationMirror> jackson(String simpleName) {
        return elements().stream()
                .flatMap(element -> Annotations.jackson(element, simpleName).stream())
                .findFirst();
    }

    boolean hasOurs(String simpleName) {
        return elements().stream().anyMatch(element -> Annotations.hasOurs(element, simpleName));
    }

    /** The name that an annotation gives it, or its own. */
    String wireName() {
        return List.of("JsonProperty", "JsonGetter", "JsonSetter").stream()
                .flatMap(annotation ->
                        elements().stream().flatMap(element -> Annotations.jackson(element, annotation).stream()))
                .map(mirror -> Annotations.text(mirror, "value"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(name);
    }

    boolean isExplicit() {
        return jackson("JsonProperty").isPresent()
                || jackson("JsonGetter").isPresent()
                || jackson("JsonSetter").isPresent();
    }

    boolean isIgnored() {
        return jackson("JsonIgnore")
                .filter(mirror -> Annotations.value(mirror, "value")
                        .map(Boolean.TRUE::equals)
                        .orElse(true))
                .isPresent();
    }

    /** Whether Jackson sees it without an annotation. */
    boolean isVisible() {
        return isPublic(getter) || isPublic(field) || setter != null || argument != null;
    }

    private static boolean isPublic(@Nullable Element element) {
        return element != null && element.getModifiers().contains(Modifier.PUBLIC);
    }

    /** The type as it is declared where the value comes from or goes to. */
    TypeMirror type() {
        if (argument != null) {
            return argument.asType();
        } else if (getter != null) {
            return getter.getReturnType();
        } else if (setter != null) {
            return setter.getParameters().get(0).asType();
        }
        return java.util.Objects.requireNonNull(field).asType();
    }

    /** The element whose type that is. */
    Element typed() {
        if (argument != null) {
            return argument;
        } else if (getter != null) {
            return getter;
        } else if (setter != null) {
            return setter;
        }
        return java.util.Objects.requireNonNull(field);
    }

    /** How generated code gets the value. */
    Access reading(Session session) {
        if (isWriteOnly()) {
            return Access.NONE;
        }
        if (getter != null && (isPublic(getter) || isExplicit())) {
            return reachable(session, getter, Access.Kind.METHOD);
        }
        if (field != null && (isPublic(field) || isExplicit())) {
            return reachable(session, field, Access.Kind.FIELD);
        }
        return Access.NONE;
    }

    /** How generated code puts the value, where it is no argument. */
    Access writing(Session session) {
        if (argument != null || isReadOnly()) {
            return Access.NONE;
        }
        if (setter != null) {
            return reachable(session, setter, Access.Kind.METHOD);
        }
        if (field == null || field.getModifiers().contains(Modifier.FINAL)) {
            return Access.NONE;
        }
        return reachable(session, field, Access.Kind.FIELD);
    }

    boolean isReadOnly() {
        return access().equals("READ_ONLY");
    }

    boolean isWriteOnly() {
        return access().equals("WRITE_ONLY");
    }

    private String access() {
        return jackson("JsonProperty")
                .map(mirror -> Annotations.constant(mirror, "access"))
                .orElse("");
    }

    private Access reachable(Session session, Element element, Access.Kind kind) {
        if (!session.isVisible(element)) {
            throw new UntreatableException(
                    "generated code can't reach its member " + name + ", which Jackson reaches by reflection");
        }
        return new Access(kind, element.getSimpleName().toString());
    }
}
