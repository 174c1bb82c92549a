package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.ModelType.Access;
import dev.parley.codegen.model.ModelType.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads records: members are the components, made by the canonical constructor. */
final class RecordReader {
    private final Session session;
    private final MemberReader members;
    private final UnionReader unions;

    RecordReader(Session session, MemberReader members, UnionReader unions) {
        this.session = session;
        this.members = members;
        this.unions = unions;
    }

    ModelType read(TypeElement element, ModelType.Header header) {
        ExecutableElement canonical = canonical(element);
        Properties properties = Properties.of(element);
        List<Member> found = new ArrayList<>();
        Set<String> components = new HashSet<>();
        Set<String> ignored = BeanReader.ignored(element);
        for (int i = 0; i < element.getRecordComponents().size(); i++) {
            RecordComponentElement component = element.getRecordComponents().get(i);
            Property property = properties.named(component.getSimpleName().toString());
            property.getter(component.getAccessor());
            property.argument(canonical.getParameters().get(i));
            components.add(property.name());
            if (property.isReadOnly()) {
                throw new UntreatableException("its component " + property.name() + " is never read");
            }
            if (property.isIgnored() || ignored.contains(property.wireName())) {
                throw new UntreatableException("its component " + property.name() + " is ignored");
            }
            Access reading = property.isWriteOnly() ? Access.NONE : new Access(Access.Kind.METHOD, property.name());
            found.add(members.read(
                    element,
                    property,
                    component.asType(),
                    reading,
                    Access.NONE,
                    header.docs().parameter(property.name())));
        }
        addDerived(element, properties, components, ignored, found);
        return assemble(element, header, found);
    }

    // Like Jackson, an accessor with a bean's name is a member that is written only.
    private void addDerived(
            TypeElement element,
            Properties properties,
            Set<String> components,
            Set<String> ignored,
            List<Member> found) {
        for (Property property : properties.all()) {
            boolean derived = !components.contains(property.name()) && !property.hasField();
            if (derived && !property.isIgnored() && !ignored.contains(property.wireName())) {
                Access reading = property.reading(session);
                if (reading.isPossible()) {
                    found.add(members.read(element, property, property.type(), reading, Access.NONE, ""));
                }
            }
        }
    }

    private ModelType assemble(TypeElement element, ModelType.Header header, List<Member> found) {
        List<String> names = element.getRecordComponents().stream()
                .map(component -> component.getSimpleName().toString())
                .toList();
        List<Member> sorted = PropertyOrder.sort(element, found);
        List<Integer> arguments =
                names.stream().map(name -> indexOf(sorted, name)).collect(Collectors.toList());
        return new ModelType.ObjectType(
                header, unions.tagOf(element).orElse(null), new ModelType.Creation("", arguments), sorted);
    }

    static int indexOf(List<Member> members, String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(name + " is no member");
    }

    private ExecutableElement canonical(TypeElement element) {
        List<? extends RecordComponentElement> components = element.getRecordComponents();
        for (ExecutableElement constructor : ElementFilter.constructorsIn(element.getEnclosedElements())) {
            if (isCanonical(constructor, components)) {
                if (!session.isVisible(constructor)) {
                    throw new UntreatableException("its constructor can't be reached by generated code");
                }
                rejectOtherCreator(element, constructor);
                return constructor;
            }
        }
        throw new UntreatableException("its canonical constructor was not found");
    }

    private boolean isCanonical(ExecutableElement constructor, List<? extends RecordComponentElement> components) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        if (parameters.size() != components.size()) {
            return false;
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (!session.types()
                    .isSameType(parameters.get(i).asType(), components.get(i).asType())) {
                return false;
            }
        }
        return true;
    }

    private static void rejectOtherCreator(TypeElement element, ExecutableElement canonical) {
        boolean other = element.getEnclosedElements().stream()
                .anyMatch(enclosed -> !enclosed.equals(canonical) && Creators.isCreator(enclosed));
        if (other) {
            throw new UntreatableException("@JsonCreator names another than its canonical constructor");
        }
    }
}
