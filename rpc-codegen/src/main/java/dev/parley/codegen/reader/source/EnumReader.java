package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.ModelType;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums, whose constants may have names of their own on the wire. */
final class EnumReader {
    ModelType read(TypeElement element, ModelType.Header header) {
        List<ModelType.Constant> constants = element.getEnclosedElements().stream()
                .filter(enclosed -> enclosed.getKind() == ElementKind.ENUM_CONSTANT)
                .map(EnumReader::constant)
                .toList();
        return new ModelType.EnumType(header, constants);
    }

    private static ModelType.Constant constant(Element constant) {
        String name = constant.getSimpleName().toString();
        String wireName = Annotations.jackson(constant, "JsonProperty")
                .map(mirror -> Annotations.text(mirror, "value"))
                .filter(text -> !text.isEmpty())
                .orElse(name);
        return new ModelType.Constant(name, wireName, aliases(constant, wireName));
    }

    private static List<String> aliases(Element constant, String wireName) {
        return Annotations.jackson(constant, "JsonAlias").stream()
                .flatMap(mirror -> Annotations.texts(mirror, "value").stream())
                .filter(alias -> !alias.equals(wireName))
                .distinct()
                .toList();
    }
}
