package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Creation;
import dev.parley.codegen.model.ModelType.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads classes as Jackson would: a constructor or static method, getters, setters, public fields. */
final class BeanReader {
    private final Session session;
    private final MemberReader members;
    private final UnionReader unions;

    BeanReader(Session session, MemberReader members, UnionReader unions) {
        this.session = session;
        this.members = members;
        this.unions = unions;
    }

    ModelType read(TypeElement element, ModelType.Header header) {
        Properties properties = Properties.of(element);
        ExecutableElement creator = new Creators(session).find(element, properties);
        List<String> arguments = bind(creator, properties);
        Set<String> ignored = ignored(element);
        List<Member> found = new ArrayList<>();
        for (Property property : properties.all()) {
            if (property.isArgument()) {
                found.add(member(element, property));
            } else if (isMember(property, ignored)) {
                Member member = member(element, property);
                if (member.reading().isPossible() || member.writing().isPossible()) {
                    found.add(member);
                }
            }
        }
        List<Member> sorted = PropertyOrder.sort(element, found);
        List<Integer> indexes = arguments.stream()
                .map(name -> RecordReader.indexOf(sorted, name))
                .toList();
        boolean factory = creator.getKind() == ElementKind.METHOD;
        return new ModelType.ObjectType(
                header,
                unions.tagOf(element).orElse(null),
                new Creation(factory ? creator.getSimpleName().toString() : "", indexes),
                sorted);
    }

    private static List<String> bind(ExecutableElement creator, Properties properties) {
        List<String> names = new ArrayList<>();
        for (VariableElement parameter : creator.getParameters()) {
            String name = Creators.propertyOf(parameter, properties);
            properties.named(name).argument(parameter);
            names.add(name);
        }
        return names;
    }

    private static boolean isMember(Property property, Set<String> ignored) {
        return !property.isIgnored()
                && !ignored.contains(property.wireName())
                && (property.isVisible() || property.isExplicit());
    }

    /** Names of members that the class tells Jackson to leave alone. */
    static Set<String> ignored(TypeElement element) {
        return Annotations.jackson(element, "JsonIgnoreProperties")
                .map(mirror -> Set.copyOf(Annotations.texts(mirror, "value")))
                .orElse(Set.of());
    }

    private Member member(TypeElement element, Property property) {
        Access reading = property.reading(session);
        Access writing = property.writing(session);
        String docs = property.jackson("JsonPropertyDescription")
                .map(mirror -> Annotations.text(mirror, "value"))
                .orElse("");
        return members.read(element, property, bound(element, property), reading, writing, docs);
    }

    /** The property's type with the variables of generic superclasses bound. */
    private TypeMirror bound(TypeElement element, Property property) {
        Element typed = property.typed();
        boolean own = typed.getKind() == ElementKind.PARAMETER
                || typed.getEnclosingElement().equals(element);
        if (own) {
            return property.type();
        }
        TypeMirror member = session.types().asMemberOf((DeclaredType) element.asType(), typed);
        if (member instanceof ExecutableType method) {
            return method.getParameterTypes().isEmpty()
                    ? method.getReturnType()
                    : method.getParameterTypes().get(0);
        }
        return member;
    }
}
