package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeKind;

/** Reads a type of the user's, by the reader for its kind. */
final class ModelReader {
    private final Session session;
    private final ClassNames classNames;
    private final EnumReader enums;
    private final UnionReader unions;
    private final ValueTypeReader values;
    private final RecordReader records;
    private final BeanReader beans;

    ModelReader(Session session, TypeReader types, ClassNames classNames) {
        this.session = session;
        this.classNames = classNames;
        this.enums = new EnumReader();
        this.unions = new UnionReader(session, types);
        this.values = new ValueTypeReader(session, types);
        MemberReader members = new MemberReader(types, session.places());
        this.records = new RecordReader(session, members, unions);
        this.beans = new BeanReader(session, members, unions);
    }

    ModelType read(TypeElement element) {
        ModelType.Header header = header(element);
        classNames.checkDeclaration(element, element);
        try {
            return readAs(element, header);
        } catch (UntreatableException e) {
            classNames.checkReach(element, element);
            return new ModelType.OpaqueType(header, e.reason());
        }
    }

    private ModelType readAs(TypeElement element, ModelType.Header header) {
        Untreatable.check(element);
        Inherited.check(session, element);
        if (Unsupported.isLeftToDatabind(element.getQualifiedName().toString())) {
            throw new UntreatableException("it is a class of Java's without a codec of its own");
        }
        if (element.getKind() == ElementKind.ENUM) {
            element.getEnclosedElements().stream()
                    .filter(enclosed -> !(enclosed instanceof TypeElement))
                    .forEach(Untreatable::checkMember);
        }
        Optional<ModelType> value = values.read(element, header);
        if (value.isPresent()) {
            return value.get();
        }
        if (element.getKind() == ElementKind.ENUM) {
            return enums.read(element, header);
        } else if (element.getModifiers().contains(Modifier.ABSTRACT) || isFamily(element)) {
            return unions.read(element, header);
        } else if (element.getKind() == ElementKind.RECORD) {
            return records.read(element, header);
        }
        return beans.read(element, header);
    }

    private static boolean isFamily(TypeElement element) {
        return element.getModifiers().contains(Modifier.SEALED);
    }

    private ModelType.Header header(TypeElement element) {
        return new ModelType.Header(
                Session.ref(element),
                element.getTypeParameters().stream().map(ModelReader::parameter).toList(),
                Annotations.isDeprecated(element),
                session.isVisible(element),
                session.docs(element),
                session.places().of(element));
    }

    private static ModelType.TypeParameter parameter(TypeParameterElement parameter) {
        List<Type> bounds = parameter.getBounds().stream()
                .filter(bound -> bound.getKind() == TypeKind.TYPEVAR
                        || !Session.element(bound).getQualifiedName().contentEquals("java.lang.Object"))
                .map(Shapes::of)
                .toList();
        return new ModelType.TypeParameter(parameter.getSimpleName().toString(), bounds);
    }
}
