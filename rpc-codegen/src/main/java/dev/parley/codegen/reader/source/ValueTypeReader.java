package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.PlainType;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads classes that are another value on the wire: {@code @JsonValue}, and a way back. */
final class ValueTypeReader {
    private static final Set<PlainType> CONSTANTS =
            Set.of(PlainType.STRING, PlainType.INT, PlainType.LONG, PlainType.BOXED_INT, PlainType.BOXED_LONG);

    private final Session session;
    private final TypeReader types;

    ValueTypeReader(Session session, TypeReader types) {
        this.session = session;
        this.types = types;
    }

    /** The type, or nothing when it is not of this kind. */
    Optional<ModelType> read(TypeElement element, ModelType.Header header) {
        Optional<ModelType> value = element.getEnclosedElements().stream()
                .filter(ValueTypeReader::isValue)
                .findFirst()
                .map(found -> read(element, header, found));
        boolean madeFromName = element.getKind() == ElementKind.ENUM && value.isEmpty() && hasCreator(element);
        return madeFromName ? Optional.of(readNamed(element, header)) : value;
    }

    private static boolean isValue(Element element) {
        boolean component = element instanceof RecordComponentElement;
        return !component
                && Annotations.jackson(element, "JsonValue")
                        .flatMap(mirror -> Annotations.value(mirror, "value").or(() -> Optional.of(true)))
                        .filter(Boolean.TRUE::equals)
                        .isPresent();
    }

    private static boolean hasCreator(TypeElement element) {
        return element.getEnclosedElements().stream().anyMatch(Creators::isCreator);
    }

    // Written by the name of the constant, and read by the method.
    private ModelType readNamed(TypeElement element, ModelType.Header header) {
        boolean renamed = element.getEnclosedElements().stream()
                .anyMatch(enclosed -> enclosed.getKind() == ElementKind.ENUM_CONSTANT
                        && Annotations.hasJackson(enclosed, "JsonProperty"));
        if (renamed) {
            throw new UntreatableException("it has a @JsonCreator and constants with an @JsonProperty");
        }
        TypeMirror text = session.elements().getTypeElement("java.lang.String").asType();
        String factory =
                factory(element, text).orElseThrow(() -> new UntreatableException("its @JsonCreator takes no String"));
        ModelType.Access name = new ModelType.Access(ModelType.Access.Kind.METHOD, "name");
        return new ModelType.ValueType(header, new Type.Plain(PlainType.STRING), factory, name);
    }

    private ModelType read(TypeElement element, ModelType.Header header, Element value) {
        boolean method = value instanceof ExecutableElement;
        TypeMirror type = method ? ((ExecutableElement) value).getReturnType() : value.asType();
        ModelType.Access access = writing(element, value, method);
        return element.getKind() == ElementKind.ENUM
                ? readEnum(element, header, type, access)
                : new ModelType.ValueType(header, value(type, value), reading(element, type), access);
    }

    private ModelType readEnum(TypeElement element, ModelType.Header header, TypeMirror type, ModelType.Access access) {
        Type value = types.read(type).nonNull();
        if (value.asPlain().filter(CONSTANTS::contains).isEmpty()) {
            throw new UntreatableException("its @JsonValue is neither a text nor an int or long");
        }
        Optional<String> factory = factory(element, type);
        if (factory.isEmpty() && hasCreator(element)) {
            throw new UntreatableException("its @JsonCreator takes another type than its @JsonValue gives");
        }
        return new ModelType.ValueType(header, value, factory.orElse(ModelType.ValueType.BY_CONSTANT), access);
    }

    private Optional<String> factory(TypeElement element, TypeMirror type) {
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.STATIC))
                .filter(method -> Creators.isCreator(method) && takes(method, type))
                .findFirst()
                .map(ValueTypeReader::takingTheValue);
    }

    private static String takingTheValue(ExecutableElement creator) {
        boolean members = Annotations.jackson(creator, "JsonCreator")
                        .filter(mirror -> Annotations.constant(mirror, "mode").equals("PROPERTIES"))
                        .isPresent()
                || Annotations.hasJackson(creator.getParameters().get(0), "JsonProperty");
        if (members) {
            throw new UntreatableException("its @JsonCreator takes a member of an object");
        }
        return creator.getSimpleName().toString();
    }

    private Type value(TypeMirror type, Element value) {
        Type read = types.read(type);
        return Nullness.isMarked(value) || read.isOptional() ? read : read.orNull();
    }

    private ModelType.Access writing(TypeElement element, Element value, boolean method) {
        String name = value.getSimpleName().toString();
        if (method && session.isVisible(value)) {
            return new ModelType.Access(ModelType.Access.Kind.METHOD, name);
        } else if (session.isVisible(value)) {
            return new ModelType.Access(ModelType.Access.Kind.FIELD, name);
        } else if (element.getKind() == ElementKind.RECORD) {
            return new ModelType.Access(ModelType.Access.Kind.METHOD, name);
        }
        throw new UntreatableException("its @JsonValue can't be reached by generated code");
    }

    private String reading(TypeElement element, TypeMirror type) {
        List<ExecutableElement> candidates = ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> takes(constructor, type))
                .toList();
        Optional<String> factory = factory(element, type);
        if (factory.isEmpty() && candidates.isEmpty()) {
            throw new UntreatableException("it has no constructor, or static method with @JsonCreator, that takes what"
                    + " its @JsonValue gives");
        }
        return factory.orElse("");
    }

    private boolean takes(ExecutableElement creator, TypeMirror type) {
        return session.isVisible(creator)
                && creator.getParameters().size() == 1
                && session.types()
                        .isSameType(
                                session.types()
                                        .erasure(creator.getParameters().get(0).asType()),
                                session.types().erasure(type));
    }
}
