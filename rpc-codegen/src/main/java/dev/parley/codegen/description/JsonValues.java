package dev.parley.codegen.description;

import dev.parley.codegen.model.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Default values as JSON. */
final class JsonValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonValues() {}

    static JsonNode of(Value value) {
        if (value instanceof Value.Flag flag) {
            return NODES.booleanNode(flag.value());
        } else if (value instanceof Value.Number number) {
            return number(number.text());
        } else if (value instanceof Value.Text text) {
            return NODES.stringNode(text.text());
        } else if (value instanceof Value.Character character) {
            return NODES.stringNode(String.valueOf(character.character()));
        } else if (value instanceof Value.Parsed parsed) {
            return NODES.stringNode(parsed.text());
        } else if (value instanceof Value.OfEnum constant) {
            return NODES.stringNode(constant.constant().wireName());
        } else if (value instanceof Value.Elements elements) {
            ArrayNode array = NODES.arrayNode();
            elements.elements().forEach(element -> array.add(of(element)));
            return array;
        }
        return NODES.objectNode();
    }

    private static JsonNode number(String text) {
        return text.matches("[+-]?[0-9]+")
                ? NODES.numberNode(new BigInteger(text))
                : NODES.numberNode(new BigDecimal(text.replaceAll("[dDfF]$", "")));
    }
}
