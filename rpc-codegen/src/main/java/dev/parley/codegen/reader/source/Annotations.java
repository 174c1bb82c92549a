package dev.parley.codegen.reader.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds annotations by name, so that the generator needs none of them on its own class path. */
final class Annotations {
    private static final String OURS = "dev.parley.annotation.";
    private static final String JACKSON = "com.fasterxml.jackson.annotation.";

    private Annotations() {}

    static Optional<AnnotationMirror> ours(AnnotatedConstruct element, String simpleName) {
        return find(element, OURS + simpleName);
    }

    static boolean hasOurs(AnnotatedConstruct element, String simpleName) {
        return ours(element, simpleName).isPresent();
    }

    static Optional<AnnotationMirror> jackson(AnnotatedConstruct element, String simpleName) {
        return find(element, JACKSON + simpleName);
    }

    static boolean hasJackson(AnnotatedConstruct element, String simpleName) {
        return jackson(element, simpleName).isPresent();
    }

    static Optional<AnnotationMirror> find(AnnotatedConstruct element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> nameOf(mirror).equals(qualifiedName))
                .map(AnnotationMirror.class::cast)
                .findFirst();
    }

    static Stream<String> names(AnnotatedConstruct element) {
        return element.getAnnotationMirrors().stream().map(Annotations::nameOf);
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    static String simpleNameOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    static boolean isJacksons(AnnotationMirror mirror) {
        String name = nameOf(mirror);
        return name.startsWith(JACKSON) || name.startsWith("tools.jackson.");
    }

    /** What an annotation says, or nothing where it leaves a member at its default. */
    static Optional<Object> value(AnnotationMirror mirror, String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue().getValue());
            }
        }
        return Optional.empty();
    }

    static String text(AnnotationMirror mirror, String member) {
        return value(mirror, member).map(Object::toString).orElse("");
    }

    static boolean flag(AnnotationMirror mirror, String member) {
        return value(mirror, member).map(Boolean.TRUE::equals).orElse(false);
    }

    /** The name of an enum constant; empty at its default. */
    static String constant(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(value -> value instanceof VariableElement constant
                        ? constant.getSimpleName().toString()
                        : "")
                .orElse("");
    }

    static List<String> texts(AnnotationMirror mirror, String member) {
        return elements(mirror, member)
                .map(element -> element.getValue().toString())
                .toList();
    }

    static Stream<? extends AnnotationValue> elements(AnnotationMirror mirror, String member) {
        return value(mirror, member)
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(AnnotationValue.class::cast)
                        : Stream.<AnnotationValue>empty())
                .orElse(Stream.empty());
    }

    static List<TypeElement> classes(AnnotationMirror mirror, String member) {
        return elements(mirror, member)
                .map(element -> classOf(element.getValue()))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<TypeElement> classOf(@Nullable Object value) {
        if (value instanceof TypeMirror type && type.getKind() == TypeKind.DECLARED) {
            return Optional.of((TypeElement) ((DeclaredType) type).asElement());
        }
        return Optional.empty();
    }

    static boolean isDeprecated(Element element) {
        return find(element, "java.lang.Deprecated").isPresent();
    }
}
