package dev.parley.codegen.reader.source;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds what the generator does not understand, so that it never guesses. */
final class Untreatable {
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

    /** Understood on classes, where they speak of the class; on a member they speak of that member's values. */
    private static final Set<String> OF_CLASSES = Set.of(
            "JsonPropertyOrder",
            "JsonIgnoreProperties",
            "JsonTypeInfo",
            "JsonSubTypes",
            "JsonTypeName",
            "JsonClassDescription",
            "JsonRootName");

    /** What the generator does not understand of annotations that it understands otherwise. */
    private static final Map<String, List<String>> UNKNOWN_PARTS = Map.of(
            "JsonSetter", List.of("nulls", "contentNulls"),
            "JsonProperty", List.of("index"),
            "JsonIgnoreProperties", List.of("allowGetters", "allowSetters"),
            "JsonTypeInfo", List.of("defaultImpl", "visible", "requireTypeIdForSubtypes", "writeTypeIdForDefaultImpl"));

    /** Annotations of Lombok's for which it writes a constructor with parameters, and none without. */
    private static final Set<String> UNREADABLE = Set.of("Value", "Builder", "SuperBuilder", "AllArgsConstructor");

    private static final String UNREADABLE_WITHOUT_NAMES =
            ", with a constructor that databind can call only if the class is"
                    + " compiled with -parameters: without, every call that brings one fails";

    private Untreatable() {}

    /** Checks a class's own annotations, and its kind. */
    static void check(TypeElement type) {
        if (isInner(type)) {
            throw new UntreatableException("it is an inner class that is not static");
        }
        type.getAnnotationMirrors().forEach(Untreatable::check);
    }

    /** Checks the annotations of what stands in a class. */
    static void checkMember(Element member) {
        for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
            String simple = Annotations.simpleNameOf(mirror);
            if (Annotations.isJacksons(mirror) && OF_CLASSES.contains(simple)) {
                throw new UntreatableException(
                        "the generator does not understand @" + simple + " on its member " + member.getSimpleName());
            }
            check(mirror);
        }
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement().getKind() != ElementKind.PACKAGE
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private static void check(AnnotationMirror mirror) {
        String simple = Annotations.simpleNameOf(mirror);
        if (Annotations.isJacksons(mirror)) {
            checkJacksons(mirror, simple);
        } else if (isLomboks(mirror)) {
            throw new UntreatableException("Lombok's @" + simple + " writes its members after the generator has read it"
                    + (UNREADABLE.contains(simple) ? UNREADABLE_WITHOUT_NAMES : ""));
        } else if (Annotations.hasJackson(mirror.getAnnotationType().asElement(), "JacksonAnnotationsInside")) {
            throw new UntreatableException(
                    "the generator does not understand @" + simple + ", which stands for others");
        }
    }

    private static void checkJacksons(AnnotationMirror mirror, String simple) {
        if (!UNDERSTOOD.contains(simple)) {
            throw new UntreatableException("the generator does not understand @" + simple);
        }
        for (String part : UNKNOWN_PARTS.getOrDefault(simple, List.of())) {
            if (Annotations.value(mirror, part).isPresent()) {
                throw new UntreatableException("the generator does not understand @" + simple + "(" + part + " = …)");
            }
        }
    }

    /** Whether it makes Lombok write something. */
    static boolean isLomboks(AnnotationMirror mirror) {
        return Annotations.nameOf(mirror).startsWith("lombok.")
                && !Annotations.simpleNameOf(mirror).equals("NonNull");
    }
}
