package dev.parley.codegen.reader.openrpc;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final List<UnionReader.Alternative> alternatives;
    private final SchemaReader schemas;

    Naming(List<UnionReader.Alternative> alternatives, SchemaReader schemas) {
        this.alternatives = alternatives;
        this.schemas = schemas;
    }

    /** The name of an alternative, which need not be the only one of that name. */
    String of(int index) {
        UnionReader.Alternative each = alternatives.get(index);
        String beside = each.at().text("title");
        if (each.at().has("$ref")) {
            if (isName(beside)) {
                return JavaNames.type(beside);
            }
            return JavaNames.type(schemas.target(each.at()).lastStep());
        }
        Schema schema = own(each);
        if (isName(schema.title)) {
            return JavaNames.type(schema.title);
        }
        return schema.properties.isEmpty() ? byKind(schema) : byMembers(schema);
    }

    /** What it says itself, without what stands beside the union. */
    private Schema own(UnionReader.Alternative alternative) {
        return schemas.read(List.of(alternative.at()));
    }

    private static boolean isName(String title) {
        return !title.isBlank() && title.split("\\s+").length <= 3;
    }

    private String byKind(Schema schema) {
        if (schema.strings() != null) {
            return "Constant";
        } else if (schema.is(Kind.ARRAY) && schema.items.size() == 1) {
            return byElement(schema.items.get(0)) + "List";
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
        for (Map.Entry<String, List<Located>> property : schema.properties.entrySet()) {
            JsonNode constant = schemas.read(property.getValue()).constant();
            if (constant != null && constant.isString() && differs(property.getKey(), constant)) {
                return JavaNames.type(constant.stringValue());
            }
        }
        if (schema.properties.size() == 1) {
            return JavaNames.type(schema.properties.keySet().iterator().next());
        }
        Set<String> own = new HashSet<>(schema.required);
        alternatives.stream()
                .map(this::own)
                .filter(other -> !other.parts.equals(schema.parts))
                .forEach(other -> own.removeAll(other.properties.keySet()));
        return schema.required.stream()
                .filter(own::contains)
                .findFirst()
                .map(name -> "With" + JavaNames.type(name))
                .orElse("Plain");
    }

    private boolean differs(String member, JsonNode constant) {
        return alternatives.stream()
                        .map(this::own)
                        .filter(schema -> schema.properties.containsKey(member))
                        .map(schema ->
                                schemas.read(schema.properties.get(member)).constant())
                        .filter(constant::equals)
                        .count()
                == 1;
    }
}
