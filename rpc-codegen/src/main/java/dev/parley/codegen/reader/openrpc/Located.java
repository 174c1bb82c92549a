package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in a document.
 *
 * @param document the document
 * @param pointer where in it (RFC 6901)
 * @param node the value; a missing node where there is none
 */
record Located(Document document, String pointer, JsonNode node) {
    Located child(String name) {
        JsonNode child = node.get(name);
        return at(name, child == null ? MissingNode.getInstance() : child);
    }

    private Located at(String token, JsonNode child) {
        return new Located(document, pointer + "/" + token.replace("~", "~0").replace("/", "~1"), child);
    }

    /** The same place with another value: part of what stands there. */
    Located with(JsonNode other) {
        return new Located(document, pointer, other);
    }

    /** A schema of which nothing is said but that it is required here. */
    Located undescribed() {
        return with(JsonNodeFactory.instance.objectNode());
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    /** The text of a member; empty when there is none. */
    String text(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isString() ? child.stringValue() : "";
    }

    boolean flag(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isBoolean() && child.booleanValue();
    }

    /** The elements of an array; none of anything else. */
    List<Located> elements() {
        List<Located> all = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(at(Integer.toString(i), node.get(i)));
        }
        return all;
    }

    /** The members of an object; none of anything else. */
    Map<String, Located> members() {
        Map<String, Located> all = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(member -> all.put(member.getKey(), at(member.getKey(), member.getValue())));
        }
        return all;
    }

    /** The last step of the pointer, as it was before it became part of one. */
    String lastStep() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The steps of the pointer, as they were before they became part of one. */
    List<String> steps() {
        return Stream.of(pointer.split("/"))
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** What tells this value from all others. */
    String key() {
        return document.file() + "#" + pointer;
    }

    Place place() {
        return document.place(pointer);
    }
}
