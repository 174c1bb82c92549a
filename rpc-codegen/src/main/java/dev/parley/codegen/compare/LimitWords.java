package dev.parley.codegen.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the words of a schema mean that only limit the values of a type. */
final class LimitWords {
    private static final Set<String> LEAST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains");
    private static final Set<String> MOST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains");
    private static final Set<String> OTHERS = Set.of(
            "pattern",
            "multipleOf",
            "uniqueItems",
            "not",
            "if",
            "then",
            "else",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "contains",
            "propertyNames",
            "additionalItems",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentEncoding",
            "contentMediaType");
    /** LimitWords that say something to people only. */
    private static final Set<String> PROSE =
            Set.of("title", "description", "summary", "examples", "example", "$comment", "externalDocs", "deprecated");

    private LimitWords() {}

    /** Whether a word limits values, and does nothing else. */
    static boolean isLimit(String word) {
        return LEAST.contains(word) || MOST.contains(word) || OTHERS.contains(word);
    }

    /** What became of the values that a word allows; null is a word that is missing. */
    static Extent extent(String word, @Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode old = meaningful(before);
        JsonNode now = meaningful(after);
        if (old == null || now == null) {
            return Extent.of(now == null, old == null);
        } else if (old.equals(now)) {
            return Extent.SAME;
        } else if (!old.isNumber() || !now.isNumber()) {
            return Extent.OTHER;
        }
        BigDecimal from = old.decimalValue();
        int order = now.decimalValue().compareTo(from);
        if (LEAST.contains(word)) {
            return Extent.of(order <= 0, order >= 0);
        }
        return MOST.contains(word) ? Extent.of(order >= 0, order <= 0) : multiples(order, from, now.decimalValue());
    }

    private static Extent multiples(int order, BigDecimal before, BigDecimal after) {
        if (order == 0 || before.signum() == 0 || after.signum() == 0) {
            return order == 0 ? Extent.SAME : Extent.OTHER;
        }
        return Extent.of(
                before.remainder(after).signum() == 0, after.remainder(before).signum() == 0);
    }

    private static @Nullable JsonNode meaningful(@Nullable JsonNode value) {
        return value == null || value.isBoolean() && !value.booleanValue() ? null : bare(value);
    }

    /** The word for a bound of integers that says the same with the bound included. */
    static String inclusive(String word) {
        return switch (word) {
            case "exclusiveMinimum" -> "minimum";
            case "exclusiveMaximum" -> "maximum";
            default -> word;
        };
    }

    /** The bound that goes with it, a whole number. */
    static JsonNode inclusive(String word, JsonNode value) {
        return switch (word) {
            case "minimum" -> whole(value.decimalValue().setScale(0, RoundingMode.CEILING));
            case "maximum" -> whole(value.decimalValue().setScale(0, RoundingMode.FLOOR));
            case "exclusiveMinimum" ->
                whole(value.decimalValue().setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
            case "exclusiveMaximum" ->
                whole(value.decimalValue().setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE));
            default -> value;
        };
    }

    private static JsonNode whole(BigDecimal value) {
        return JsonNodeFactory.instance.numberNode(value.toBigInteger());
    }

    /** A value without what it says to people. */
    static JsonNode bare(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(bare(element)));
            return array;
        } else if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            // A member of this name may be one of the user's: then it is a schema, and no text.
            boolean prose =
                    PROSE.contains(member.getKey()) && !member.getValue().isObject();
            if (!prose) {
                object.set(member.getKey(), bare(member.getValue()));
            }
        });
        return object;
    }
}
