package dev.parley.codegen.reader.source;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds what makes an object: {@code @JsonCreator}, a constructor without parameters, or the only constructor. */
final class Creators {
    private final Session session;

    Creators(Session session) {
        this.session = session;
    }

    /** Whether Jackson is told to make objects with it. */
    static boolean isCreator(Element element) {
        return Annotations.jackson(element, "JsonCreator")
                .filter(mirror -> !Annotations.constant(mirror, "mode").equals("DISABLED"))
                .isPresent();
    }

    ExecutableElement find(TypeElement element, Properties properties) {
        List<ExecutableElement> annotated = element.getEnclosedElements().stream()
                .filter(Creators::isCreator)
                .map(ExecutableElement.class::cast)
                .toList();
        if (annotated.size() > 1) {
            throw new UntreatableException("it has more than one @JsonCreator");
        }
        ExecutableElement creator = annotated.isEmpty() ? byConvention(element, properties) : annotated.get(0);
        check(creator);
        return creator;
    }

    private static ExecutableElement byConvention(TypeElement element, Properties properties) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(element.getEnclosedElements());
        for (ExecutableElement constructor : constructors) {
            if (constructor.getParameters().isEmpty()) {
                return constructor;
            }
        }
        if (constructors.size() == 1
                && constructors.get(0).getParameters().stream()
                        .allMatch(parameter ->
                                properties.has(parameter.getSimpleName().toString())
                                        || Annotations.hasJackson(parameter, "JsonProperty"))) {
            return constructors.get(0);
        }
        throw new UntreatableException("it has neither a constructor without parameters nor a @JsonCreator");
    }

    private void check(ExecutableElement creator) {
        boolean isStatic = creator.getModifiers().contains(Modifier.STATIC);
        if (creator.getKind() == ElementKind.METHOD && !isStatic || !session.isVisible(creator)) {
            throw new UntreatableException("generated code can't reach what makes its objects");
        }
        boolean delegating = Annotations.jackson(creator, "JsonCreator")
                .filter(mirror -> Annotations.constant(mirror, "mode").equals("DELEGATING"))
                .isPresent();
        if (delegating) {
            throw new UntreatableException("its @JsonCreator delegates, and no @JsonValue says what it writes");
        }
        if (!((Element) creator).getEnclosingElement().getModifiers().contains(Modifier.ABSTRACT)) {
            return;
        }
        throw new UntreatableException("it is abstract");
    }

    /** The property that a parameter belongs to: of its own name, or of the name that its annotation gives. */
    static String propertyOf(VariableElement parameter, Properties properties) {
        String own = parameter.getSimpleName().toString();
        if (properties.has(own)) {
            return own;
        }
        String given = Annotations.jackson(parameter, "JsonProperty")
                .map(mirror -> Annotations.text(mirror, "value"))
                .orElse("");
        return properties.all().stream()
                .filter(property -> !given.isEmpty() && property.wireName().equals(given))
                .map(Property::name)
                .findFirst()
                .orElse(own);
    }
}
