package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.schema.Kind;
import dev.parley.codegen.schema.Located;
import dev.parley.codegen.schema.Schema;
import dev.parley.codegen.schema.SchemaReader;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Names alternatives by what a reader of the document would call them. */
final class Naming {
    private static final Map<Kind, String> BY_KIND = Map.of(
            Kind.STRING, "Text",
            Kind.INTEGER, "Whole",
            Kind.NUMBER, "Decimal",
            Kind.BOOLEAN, "Flag",
            Kind.ARRAY, "Array",
            Kind.OBJECT, "Entries");

    private final List<Alternative> alternatives;
    private final SchemaReader schemas;

    Naming(List<Alternative> alternatives, SchemaReader schemas) {
        this.alternatives = alternatives;
        this.schemas = schemas;
    }

    /** The name of an alternative, which need not be the only one of that name. */
    String of(int index) {
        return of(alternatives.get(index));
    }

    private String of(Alternative each) {
        if (!each.combined().isEmpty()) {
            return each.combined().stream().map(this::of).collect(Collectors.joining("And"));
        }
        String beside = each.at().text("title");
        if (each.at().has("$ref")) {
            if (isName(beside)) {
                return JavaNames.type(beside);
            }
            return JavaNames.type(schemas.target(each.at()).lastStep());
        }
        Schema schema = own(each);
        if (isName(schema.texts().title())) {
            return JavaNames.type(schema.texts().title());
        }
        return schema.members().properties().isEmpty() ? byKind(schema) : byMembers(schema);
    }

    /** What it says itself, without what is said beside the union. */
    private Schema own(Alternative alternative) {
        return schemas.read(List.of(alternative.at()));
    }

    private static boolean isName(String title) {
        return !title.isBlank() && title.split("\\s+").length <= 3;
    }

    private String byKind(Schema schema) {
        if (schema.strings() != null) {
            return "Constant";
        } else if (schema.is(Kind.ARRAY) && schema.elements().others().size() == 1) {
            return byElement(schema.elements().others().get(0)) + "List";
        }
        return schema.kinds().size() == 1
                ? BY_KIND.getOrDefault(schema.kinds().iterator().next(), "Other")
                : "Other";
    }

    private String byElement(Located element) {
        return element.has("$ref")
                ? JavaNames.type(schemas.target(element).lastStep())
                : byKind(schemas.read(List.of(element)));
    }

    private String byMembers(Schema schema) {
        for (Map.Entry<String, List<Located>> property :
                schema.members().properties().entrySet()) {
            JsonNode constant = schemas.read(property.getValue()).constant();
            if (constant != null && constant.isString() && differs(property.getKey(), constant)) {
                return JavaNames.type(constant.stringValue());
            }
        }
        if (schema.members().properties().size() == 1) {
            return JavaNames.type(
                    schema.members().properties().keySet().iterator().next());
        }
        Set<String> own = new HashSet<>(schema.members().required());
        alternatives.stream()
                .map(this::own)
                .filter(other -> !other.parts().equals(schema.parts()))
                .forEach(other -> own.removeAll(other.members().properties().keySet()));
        return schema.members().required().stream()
                .filter(own::contains)
                .findFirst()
                .map(name -> "With" + JavaNames.type(name))
                .orElse("Plain");
    }

    private boolean differs(String member, JsonNode constant) {
        return alternatives.stream()
                        .map(this::own)
                        .filter(schema -> schema.members().properties().containsKey(member))
                        .map(schema -> schemas.read(
                                        schema.members().properties().get(member))
                                .constant())
                        .filter(constant::equals)
                        .count()
                == 1;
    }
}
