package dev.parley.codegen.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that holds for a value at once: several schemas, with references followed and {@code allOf} merged.
 *
 * @param parts the schemas that shape the value, without the unions in them
 * @param unions the {@code oneOf} and {@code anyOf} in them
 * @param values what they say of values of any kind
 * @param members what they say of objects
 * @param elements what they say of arrays
 * @param texts what they say to people
 */
public record Schema(
        List<Located> parts, List<Located> unions, Values values, Members members, Elements elements, Texts texts) {
    /** Copies the lists. */
    public Schema {
        parts = List.copyOf(parts);
        unions = List.copyOf(unions);
    }

    /** The kinds of value, null left out; empty when any is allowed. */
    public Set<Kind> kinds() {
        Set<Kind> said = values.kinds();
        if (said != null) {
            return said;
        } else if (members.describesObjects()) {
            return EnumSet.of(Kind.OBJECT);
        } else if (elements.describesArrays()) {
            return EnumSet.of(Kind.ARRAY);
        } else if (!values.pattern().isEmpty() || !values.format().isEmpty()) {
            return EnumSet.of(Kind.STRING);
        }
        boolean bounded = values.minimum() != null || values.maximum() != null;
        return bounded ? EnumSet.of(Kind.NUMBER) : EnumSet.noneOf(Kind.class);
    }

    /** Whether null is allowed, unions left out. */
    public boolean nullable() {
        return values.nullable();
    }

    /** Whether null is the only value. */
    public boolean isNull() {
        return nullable() && unions.isEmpty() && kinds().isEmpty();
    }

    /** Whether any value is allowed. */
    public boolean isAny() {
        return !nullable() && !values.impossible() && unions.isEmpty() && kinds().isEmpty();
    }

    /** Whether all values are of one kind. */
    public boolean is(Kind kind) {
        return kinds().equals(EnumSet.of(kind));
    }

    /** The one value that is allowed; null when there are more. */
    public @Nullable JsonNode constant() {
        List<JsonNode> only = values.only();
        return only != null && only.size() == 1 && !nullable() ? only.get(0) : null;
    }

    /** The strings that are allowed; null when there are others, or values of other kinds. */
    public @Nullable List<String> strings() {
        List<JsonNode> only = values.only();
        if (only == null || only.isEmpty() || !only.stream().allMatch(JsonNode::isString)) {
            return null;
        }
        return only.stream().map(JsonNode::stringValue).distinct().toList();
    }

    /** A key that no other description has: the one under which its type is remembered. */
    public static String key(List<Located> conjunction) {
        StringBuilder key = new StringBuilder();
        conjunction.forEach(part ->
                key.append(part.key()).append(' ').append(part.node().size()).append(';'));
        return key.toString();
    }
}
