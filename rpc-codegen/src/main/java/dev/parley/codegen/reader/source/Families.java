package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Families of types: sealed types, and those that {@code @JsonTypeInfo} describes. Without that annotation the member
 * {@code type} holds the simple name of the class.
 */
final class Families {
    private static final String DEFAULT_MEMBER = "type";
    private static final String JACKSONS_DEFAULT_MEMBER = "@type";

    private final Session session;

    Families(Session session) {
        this.session = session;
    }

    /** What tells a class from its siblings; nothing when it belongs to no family. */
    Optional<ModelType.Tag> tagOf(TypeElement element) {
        return head(element).map(head -> new ModelType.Tag(memberOf(head), tag(element, head)));
    }

    /** The member that tells the types of a family apart. */
    static String memberOf(TypeElement head) {
        Optional<AnnotationMirror> info = Annotations.jackson(head, "JsonTypeInfo");
        if (info.isEmpty()) {
            return DEFAULT_MEMBER;
        }
        String use = Annotations.constant(info.get(), "use");
        String include = Annotations.constant(info.get(), "include");
        if (!use.equals("NAME") && !use.equals("SIMPLE_NAME")) {
            throw new UntreatableException("the generator does not understand @JsonTypeInfo(use = " + use + ")");
        }
        if (!include.isEmpty() && !include.equals("PROPERTY")) {
            throw new UntreatableException(
                    "the generator does not understand @JsonTypeInfo(include = " + include + ")");
        }
        Untreatable.check(head);
        String property = Annotations.text(info.get(), "property");
        return property.isEmpty() ? JACKSONS_DEFAULT_MEMBER : property;
    }

    /** The classes of a family with their tags, those of families inside it included. */
    Map<TypeElement, String> casesOf(TypeElement family) {
        TypeElement head = head(family).orElse(family);
        Map<TypeElement, String> cases = new LinkedHashMap<>();
        collect(family, head, cases);
        return cases;
    }

    private void collect(TypeElement family, TypeElement head, Map<TypeElement, String> cases) {
        if (!family.getModifiers().contains(Modifier.ABSTRACT)) {
            cases.put(family, tag(family, head));
        }
        for (TypeElement member : membersOf(family)) {
            boolean inner = member.getModifiers().contains(Modifier.ABSTRACT)
                    || member.getModifiers().contains(Modifier.SEALED);
            if (inner) {
                collect(member, head, cases);
            } else {
                cases.put(member, tag(member, head));
            }
        }
    }

    private static List<TypeElement> membersOf(TypeElement family) {
        List<TypeElement> members = new ArrayList<>();
        subTypes(family)
                .flatMap(type -> Annotations.value(type, "value").flatMap(Annotations::classOf).stream())
                .forEach(members::add);
        if (members.isEmpty()) {
            family.getPermittedSubclasses().forEach(type -> members.add(Session.element(type)));
        }
        return members;
    }

    private static Stream<AnnotationMirror> subTypes(TypeElement family) {
        return Annotations.jackson(family, "JsonSubTypes").stream()
                .flatMap(mirror -> Annotations.elements(mirror, "value"))
                .map(value -> withOneName((AnnotationMirror) value.getValue()));
    }

    private static AnnotationMirror withOneName(AnnotationMirror type) {
        if (Annotations.value(type, "names").isPresent()) {
            throw new UntreatableException("the generator does not understand @JsonSubTypes.Type(names = …)");
        }
        return type;
    }

    private String tag(TypeElement element, TypeElement head) {
        return Annotations.jackson(element, "JsonTypeName")
                .map(mirror -> Annotations.text(mirror, "value"))
                .filter(name -> !name.isEmpty())
                .or(() -> subTypeName(element, head))
                .orElseGet(() -> defaultTag(element, head));
    }

    private Optional<String> subTypeName(TypeElement element, TypeElement head) {
        return subTypes(head)
                .filter(type -> Annotations.value(type, "value")
                        .flatMap(Annotations::classOf)
                        .filter(element::equals)
                        .isPresent())
                .map(type -> Annotations.text(type, "name"))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    // Jackson's NAME is the class's name behind its package, with the classes around it.
    private static String defaultTag(TypeElement element, TypeElement head) {
        boolean jacksonsName = Annotations.jackson(head, "JsonTypeInfo")
                .filter(info -> Annotations.constant(info, "use").equals("NAME"))
                .isPresent();
        return jacksonsName
                ? Session.ref(element).binaryName()
                : element.getSimpleName().toString();
    }

    /** The type that says how its family is told apart: the annotated one, else the outermost sealed one. */
    private Optional<TypeElement> head(TypeElement element) {
        if (Annotations.hasJackson(element, "JsonTypeInfo")) {
            return Optional.of(element);
        }
        List<TypeElement> sealed = new ArrayList<>();
        for (TypeMirror supertype : session.types().directSupertypes(element.asType())) {
            if (supertype.getKind() == TypeKind.DECLARED) {
                head((TypeElement) ((DeclaredType) supertype).asElement()).ifPresent(sealed::add);
            }
        }
        if (sealed.stream().distinct().count() > 1) {
            throw new UntreatableException("it belongs to more than one family");
        }
        if (!sealed.isEmpty()) {
            return Optional.of(sealed.get(0));
        }
        return element.getModifiers().contains(Modifier.SEALED) ? Optional.of(element) : Optional.empty();
    }

    /** A type with the type parameters of another in place of its own; nothing when they don't follow from them. */
    Optional<List<Type>> argumentsOf(TypeElement element, TypeElement family) {
        Map<String, String> names = new LinkedHashMap<>();
        boolean bound = false;
        List<? extends TypeMirror> arguments = supertype(element.asType(), family)
                .<List<? extends TypeMirror>>map(DeclaredType::getTypeArguments)
                .orElse(List.of());
        for (int i = 0; i < arguments.size(); i++) {
            TypeParameterElement parameter = family.getTypeParameters().get(i);
            boolean variable = arguments.get(i).getKind() == TypeKind.TYPEVAR
                    && hasBoundsOf(parameter, (TypeVariable) arguments.get(i));
            bound |= !variable || names.put(arguments.get(i).toString(), parameter.toString()) != null;
        }
        boolean all =
                element.getTypeParameters().stream().allMatch(parameter -> names.containsKey(parameter.toString()));
        return all && !bound
                ? Optional.of(element.getTypeParameters().stream()
                        .<Type>map(parameter -> new Type.Variable(String.valueOf(names.get(parameter.toString()))))
                        .toList())
                : Optional.empty();
    }

    // Bounds that mention type variables are never the same: those are different variables.
    private boolean hasBoundsOf(TypeParameterElement parameter, TypeVariable other) {
        List<? extends TypeMirror> own = ((TypeParameterElement) other.asElement()).getBounds();
        return own.size() == parameter.getBounds().size()
                && IntStream.range(0, own.size())
                        .allMatch(i -> session.types()
                                .isSameType(own.get(i), parameter.getBounds().get(i)));
    }

    private Optional<DeclaredType> supertype(TypeMirror type, TypeElement wanted) {
        for (TypeMirror supertype : session.types().directSupertypes(type)) {
            DeclaredType declared = (DeclaredType) supertype;
            if (declared.asElement().equals(wanted)) {
                return Optional.of(declared);
            }
            Optional<DeclaredType> found = supertype(declared, wanted);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
