package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import dev.parley.codegen.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads families of types that a member tells apart. */
final class UnionReader {
    private final Families families;
    private final TypeReader types;

    UnionReader(Session session, TypeReader types) {
        this.families = new Families(session);
        this.types = types;
    }

    ModelType read(TypeElement element, ModelType.Header header) {
        String member = families.tagOf(element)
                .map(ModelType.Tag::member)
                .orElseThrow(() -> new UntreatableException("which classes implement it is not known"));
        List<ModelType.Case> cases = new ArrayList<>();
        for (Map.Entry<TypeElement, String> entry : families.casesOf(element).entrySet()) {
            cases.add(new ModelType.Case(entry.getValue(), type(entry.getKey(), element)));
        }
        if (cases.isEmpty()) {
            throw new UntreatableException("it has no subtype that could be made");
        }
        return new ModelType.UnionType(header, member, cases);
    }

    Optional<ModelType.Tag> tagOf(TypeElement element) {
        return families.tagOf(element);
    }

    private Type.Model type(TypeElement element, TypeElement family) {
        String name = element.getSimpleName().toString();
        if (element.getKind() == ElementKind.ENUM) {
            throw new UntreatableException("its subtype " + name + " is an enum, which can't carry the type's name");
        }
        TypeMirror declared = element.asType();
        Optional<List<Type>> arguments = families.argumentsOf(element, family);
        if (arguments.isEmpty() || !(types.read(declared) instanceof Type.Model model)) {
            throw new UntreatableException("the type arguments of its subtype " + name + " do not follow from its own");
        }
        return new Type.Model(model.name(), arguments.get());
    }
}
