package dev.parley.codegen.description;

import dev.parley.codegen.model.Constraint;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes limits on values into schemas. */
final class Limits {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Limits() {}

    static ObjectNode on(ObjectNode schema, List<Constraint> rules) {
        ObjectNode target = schema;
        if (schema.has("$ref")) {
            // Draft-07 ignores what stands beside a reference.
            target = JsonNodeFactory.instance.objectNode();
            target.putArray("allOf").add(schema);
        }
        for (Constraint rule : rules) {
            String word = rule.word().wireName();
            if (!target.has(word)) {
                target.set(
                        word,
                        rule.word() == Constraint.Word.PATTERN
                                ? JsonNodeFactory.instance.stringNode(rule.text())
                                : JSON.readTree(rule.text()));
            }
        }
        return target;
    }
}
