package dev.parley.codegen.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in a document.
 *
 * @param root the document
 * @param pointer where in it (RFC 6901)
 * @param node the value; a missing node where there is none
 */
record Spot(JsonNode root, String pointer, JsonNode node) {
    private static final List<String> NAMED = List.of("/components/schemas/", "/definitions/", "/$defs/");

    Spot child(String name) {
        JsonNode child = node.get(name);
        return at(name, child == null ? MissingNode.getInstance() : child);
    }

    private Spot at(String step, JsonNode child) {
        return new Spot(root, pointer + "/" + step.replace("~", "~0").replace("/", "~1"), child);
    }

    boolean exists() {
        return !node.isMissingNode();
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** This schema, or one that allows anything where there is none. */
    Spot orAnything() {
        return exists() ? this : new Spot(root, pointer, BooleanNode.TRUE);
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    boolean flag(String name) {
        return node.path(name).isBoolean() && node.path(name).booleanValue();
    }

    /** The elements of an array; none of anything else. */
    List<Spot> elements() {
        List<Spot> all = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(at(Integer.toString(i), node.get(i)));
        }
        return all;
    }

    /** The members of an object; none of anything else. */
    Map<String, Spot> members() {
        Map<String, Spot> all = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(member -> all.put(member.getKey(), at(member.getKey(), member.getValue())));
        }
        return all;
    }

    /** What a reference leads to; null when that is in another file, or nowhere. */
    @Nullable
    Spot target() {
        String reference = text("$ref");
        if (!reference.startsWith("#")) {
            return null;
        }
        String to = Percent.decode(reference.substring(1));
        if (!to.isEmpty() && !to.startsWith("/")) {
            return null;
        }
        JsonNode found = root.at(JsonPointer.compile(to));
        return found.isMissingNode() ? null : new Spot(root, to, found);
    }

    /** This value, or what its reference leads to, over any number of them, as far as that can be seen. */
    Spot followed() {
        Set<String> seen = new HashSet<>();
        Spot at = this;
        while (at.has("$ref") && seen.add(at.pointer)) {
            Spot next = at.target();
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The name under which a schema is kept for others to refer to; empty when it has none. */
    String component() {
        for (String start : NAMED) {
            if (pointer.startsWith(start) && pointer.indexOf('/', start.length()) < 0) {
                return pointer.substring(start.length()).replace("~1", "/").replace("~0", "~");
            }
        }
        return "";
    }

    /** The same place in the same document: what stands there need not be looked at. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spot spot && spot.root == root && spot.pointer.equals(pointer);
    }

    @Override
    public int hashCode() {
        return pointer.hashCode();
    }
}
