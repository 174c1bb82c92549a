package dev.parley.codegen.schema;

import dev.parley.codegen.model.JsonPlaces;
import dev.parley.codegen.model.Place;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a YAML 1.2 text as the JSON that it stands for, by YAML's core schema. */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Aliases may multiply a small text without end. */
    private static final int MOST_VALUES = 2_000_000;

    private final Path file;
    private final JsonPlaces places;
    private final Deque<Node> around = new ArrayDeque<>();
    private int values;

    private YamlTree(Path file, JsonPlaces places) {
        this.file = file;
        this.places = places;
    }

    /**
     * Reads a text.
     *
     * @param places takes the position of each value
     */
    static JsonNode read(Path file, String text, JsonPlaces places) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            return root.isEmpty() ? MissingNode.getInstance() : new YamlTree(file, places).value(root.get(), "");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new UnreadableException(
                    e.getProblem(),
                    mark.map(at -> at.getLine() + 1).orElse(0),
                    mark.map(at -> at.getColumn() + 1).orElse(0),
                    e);
        } catch (YamlEngineException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()), 0, 0, e);
        }
    }

    private JsonNode value(Node node, String pointer) {
        if (around.contains(node)) {
            throw wrong(node, "a value contains itself");
        } else if (++values > MOST_VALUES) {
            throw wrong(node, "aliases stand for more than " + MOST_VALUES + " values");
        }
        places.add(pointer, place(node));
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar);
        }
        around.push(node);
        JsonNode container =
                node instanceof SequenceNode sequence ? array(sequence, pointer) : object((MappingNode) node, pointer);
        around.pop();
        return container;
    }

    private ArrayNode array(SequenceNode sequence, String pointer) {
        ArrayNode array = JSON.arrayNode();
        for (Node each : sequence.getValue()) {
            array.add(value(each, pointer + "/" + array.size()));
        }
        return array;
    }

    private ObjectNode object(MappingNode mapping, String pointer) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple member : mapping.getValue()) {
            if (!(member.getKeyNode() instanceof ScalarNode name)) {
                throw wrong(member.getKeyNode(), "a name is not a single value");
            }
            String at = pointer + "/" + Located.escaped(name.getValue());
            places.addName(at, place(name));
            object.set(name.getValue(), value(member.getValueNode(), at));
        }
        return object;
    }

    private JsonNode scalar(ScalarNode node) {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        } else if (tag.equals(Tag.INT)) {
            return JSON.numberNode(integer(text));
        } else if (tag.equals(Tag.FLOAT)) {
            return number(node, text);
        }
        return JSON.stringNode(text);
    }

    private static BigInteger integer(String text) {
        if (text.startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
    }

    private JsonNode number(ScalarNode node, String text) {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw wrong(node, "JSON has no number " + text);
        }
    }

    private Place place(Node node) {
        return node.getStartMark()
                .map(mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(new Place(file, 0, 0));
    }

    private UnreadableException wrong(Node node, String message) {
        Place place = place(node);
        return new UnreadableException(message, place.line(), place.column(), null);
    }
}
