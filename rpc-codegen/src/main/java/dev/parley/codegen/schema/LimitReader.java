package dev.parley.codegen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the words that limit values. */
final class LimitReader {
    private static final Set<String> COUNTS =
            Set.of("maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties");
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

    private final Report report;

    LimitReader(Report report) {
        this.report = report;
    }

    /** The limits that a schema states, in the order in which it does. */
    List<Limit> read(Located schema) {
        List<Limit> limits = new ArrayList<>();
        schema.members().forEach((word, value) -> {
            if (Words.isLimit(word) && isUnderstood(word, value) && !isFlag(word, value.node())) {
                limits.add(new Limit(meant(word, schema), normal(word, value.node()), schema));
            }
        });
        return limits;
    }

    private static JsonNode normal(String word, JsonNode value) {
        return COUNTS.contains(word) ? JsonNodeFactory.instance.numberNode(Counts.of(value)) : value;
    }

    // Draft-04: a boolean says what minimum and maximum mean. And what need not be unique is not limited.
    private static boolean isFlag(String word, JsonNode value) {
        return BOUNDS.contains(word) && value.isBoolean() || word.equals("uniqueItems") && !value.booleanValue();
    }

    private static String meant(String word, Located schema) {
        if (word.equals("minimum") && schema.flag("exclusiveMinimum")) {
            return "exclusiveMinimum";
        }
        return word.equals("maximum") && schema.flag("exclusiveMaximum") ? "exclusiveMaximum" : word;
    }

    private boolean isUnderstood(String word, Located value) {
        String wanted = wanted(word, value.node());
        if (!wanted.isEmpty()) {
            report.mistake("wrong-type", value, "is " + value.node() + ". Write " + wanted + ".");
        }
        return wanted.isEmpty();
    }

    /** What would be right in place of a value; empty when it is right. */
    private static String wanted(String word, JsonNode value) {
        if (COUNTS.contains(word)) {
            return Counts.isCount(value) ? "" : "a whole number from 0";
        } else if (word.equals("pattern")) {
            return value.isString() ? "" : "a string";
        } else if (word.equals("uniqueItems")) {
            return value.isBoolean() ? "" : "true or false";
        } else if (word.equals("multipleOf")) {
            return value.isNumber() && value.decimalValue().signum() > 0 ? "" : "a number above 0";
        } else if (BOUNDS.contains(word)) {
            boolean flag = word.startsWith("exclusive") && value.isBoolean();
            return value.isNumber() || flag ? "" : "a number";
        }
        return "";
    }
}
