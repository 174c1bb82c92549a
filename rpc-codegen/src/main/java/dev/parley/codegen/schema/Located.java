package dev.parley.codegen.schema;

import dev.parley.codegen.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/**
 * A value in a document, with its position.
 *
 * @param document the document
 * @param pointer where in it (RFC 6901)
 * @param node the value; a missing node where there is none
 */
public record Located(Document document, String pointer, JsonNode node) {
    private static final List<String> NAMED = List.of("/components/schemas/", "/definitions/", "/$defs/");

    /** A member; a missing node where there is none. */
    public Located child(String name) {
        JsonNode child = node.get(name);
        return at(name, child == null ? MissingNode.getInstance() : child);
    }

    private Located at(String token, JsonNode child) {
        return new Located(document, pointer + "/" + escaped(token), child);
    }

    /** The same position with another value, such as a part of the value found there. */
    public Located with(JsonNode other) {
        return new Located(document, pointer, other);
    }

    /** The empty schema, which a member has that is required but not described. */
    public Located undescribed() {
        return with(JsonNodeFactory.instance.objectNode());
    }

    /** Whether it is an object with this member. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** Whether the document has a value here. */
    public boolean exists() {
        return !node.isMissingNode();
    }

    /** The text of a member; empty when the member is missing or not a string. */
    public String text(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isString() ? child.stringValue() : "";
    }

    /** Whether a member is true. */
    public boolean flag(String name) {
        JsonNode child = node.get(name);
        return child != null && child.isBoolean() && child.booleanValue();
    }

    /** The elements of an array; an empty list for any other value. */
    public List<Located> elements() {
        List<Located> all = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.add(at(Integer.toString(i), node.get(i)));
        }
        return all;
    }

    /** The members of an object; an empty map for any other value. */
    public Map<String, Located> members() {
        Map<String, Located> all = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(member -> all.put(member.getKey(), at(member.getKey(), member.getValue())));
        }
        return all;
    }

    /** The last step of the pointer, unescaped. */
    public String lastStep() {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The steps of the pointer, unescaped. */
    public List<String> steps() {
        return Stream.of(pointer.split("/")).skip(1).map(Located::unescaped).toList();
    }

    static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }

    /** This value, or the one its references lead to, as far as they stay within the document. */
    public Located followed() {
        Set<String> seen = new HashSet<>();
        Located at = this;
        while (at.has("$ref") && seen.add(at.pointer)) {
            Located next = at.target();
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The value its reference leads to; null when that is in another file, or missing. */
    public @Nullable Located target() {
        Reference reference = Reference.of(text("$ref"));
        return reference.file().isEmpty() && node.path("$ref").isString() ? document.find(reference.pointer()) : null;
    }

    /** The name under which a schema is kept for others to refer to; empty when it has none. */
    public String component() {
        for (String start : NAMED) {
            if (pointer.startsWith(start) && pointer.indexOf('/', start.length()) < 0) {
                return unescaped(pointer.substring(start.length()));
            }
        }
        return "";
    }

    /** This schema, or one that allows any value where the document has none. */
    public Located orAnything() {
        return exists() ? this : with(BooleanNode.TRUE);
    }

    /** A key that no other position has. */
    public String key() {
        return document.file() + "#" + pointer;
    }

    /** The position in the file. */
    public Place place() {
        return document.place(pointer);
    }

    // The same position mostly means the same value: there is no need to hash a whole tree.
    @Override
    public int hashCode() {
        return pointer.hashCode();
    }

    // Comparing a tree is needed for parts of a value only, which share its position.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Located value
                && value.document == document
                && value.pointer.equals(pointer)
                && value.node.equals(node);
    }
}
