package dev.parley.codegen.reader.source;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds what the generator does not understand, so that it never guesses. */
final class Untreatable {
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    private static final Set<String> UNDERSTOOD = Set.of(
            "JsonProperty",
            "JsonCreator",
            "JsonIgnore",
            "JsonInclude",
            "JsonPropertyOrder",
            "JsonAlias",
            "JsonValue",
            "JsonIgnoreProperties",
            "JsonTypeInfo",
            "JsonSubTypes",
            "JsonTypeName",
            "JsonEnumDefaultValue",
            "JsonGetter",
            "JsonSetter",
            "JsonPropertyDescription",
            "JsonClassDescription",
            "JsonRootName");

    private Untreatable() {}

    /** Checks an element's own annotations, and for a class its kind. */
    static void check(Element element) {
        if (element instanceof TypeElement type && isInner(type)) {
            throw new UntreatableException("it is an inner class that is not static");
        }
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            check(mirror);
        }
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement().getKind() != ElementKind.PACKAGE
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private static void check(AnnotationMirror mirror) {
        String name = Annotations.nameOf(mirror);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith(JACKSON) && !UNDERSTOOD.contains(simple) || name.startsWith("tools.jackson.")) {
            throw new UntreatableException("the generator does not understand @" + simple);
        }
        if (name.startsWith("lombok.") && !simple.equals("NonNull")) {
            throw new UntreatableException(
                    "Lombok's @" + simple + " writes its members after the generator has read it");
        }
        if (Annotations.hasJackson(mirror.getAnnotationType().asElement(), "JacksonAnnotationsInside")) {
            throw new UntreatableException(
                    "the generator does not understand @" + simple + ", which stands for others");
        }
        if (simple.equals("JsonSetter")
                && !Annotations.constant(mirror, "nulls").isEmpty()) {
            throw new UntreatableException("the generator does not understand @JsonSetter(nulls = …)");
        }
    }
}
