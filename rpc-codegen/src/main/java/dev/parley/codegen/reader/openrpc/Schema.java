package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.Constraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A schema with references followed and {@code allOf} merged: all that holds for a value at once. */
final class Schema {
    /** Where it is stated, without what is kept in the unions. */
    final List<Located> parts = new ArrayList<>();
    /** The {@code oneOf} and {@code anyOf} in it. */
    final List<Located> unions = new ArrayList<>();

    final Map<String, List<Located>> properties = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    /** Members that are required here and optional for the user, and where they are required. */
    final Map<String, Located> eased = new LinkedHashMap<>();
    /** What members without a property must be like. */
    final List<Located> additional = new ArrayList<>();
    /** Whether members without a property are allowed; null when nothing is said. */
    @Nullable
    Boolean open;

    final List<Located> items = new ArrayList<>();
    final List<List<Located>> tuple = new ArrayList<>();
    int minItems = -1;
    /** The only values that are allowed; null when any is. */
    @Nullable
    List<JsonNode> values;

    /** What {@code type} allows, null left out; null when nothing is said. */
    @Nullable
    EnumSet<Kind> stated;

    /** Whether null is allowed: by {@code type} or {@code nullable}, unions left out. */
    boolean nullable;

    /** Whether no value at all is allowed. */
    boolean impossible;

    /** The limits on values. */
    final Set<Constraint> rules = new LinkedHashSet<>();

    String format = "";
    String pattern = "";

    @Nullable
    BigDecimal minimum;

    @Nullable
    BigDecimal maximum;

    String title = "";
    String description = "";
    boolean deprecated;

    /** The kinds of value, null left out; none when any is allowed. */
    Set<Kind> kinds() {
        EnumSet<Kind> said = stated;
        if (said != null) {
            return said;
        }
        List<JsonNode> only = values;
        if (only != null) {
            EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
            only.forEach(value -> kinds.add(Kind.of(value)));
            kinds.remove(Kind.NULL);
            return kinds;
        }
        return implied();
    }

    private Set<Kind> implied() {
        boolean closed = Boolean.FALSE.equals(open);
        if (!properties.isEmpty() || !named().isEmpty() || !additional.isEmpty() || closed) {
            return EnumSet.of(Kind.OBJECT);
        } else if (!items.isEmpty() || !tuple.isEmpty() || minItems >= 0) {
            return EnumSet.of(Kind.ARRAY);
        } else if (!pattern.isEmpty() || !format.isEmpty()) {
            return EnumSet.of(Kind.STRING);
        }
        return minimum != null || maximum != null ? EnumSet.of(Kind.NUMBER) : EnumSet.noneOf(Kind.class);
    }

    /** Whether null is the only value. */
    boolean isNull() {
        return nullable && unions.isEmpty() && kinds().isEmpty();
    }

    /** Members that are named as required, whether or not the user wants them so. */
    Set<String> named() {
        Set<String> named = new LinkedHashSet<>(required);
        named.addAll(eased.keySet());
        return named;
    }

    /** Whether any value will do. */
    boolean isAny() {
        return !nullable && !impossible && unions.isEmpty() && kinds().isEmpty();
    }

    boolean is(Kind kind) {
        return kinds().equals(EnumSet.of(kind));
    }

    /** The one value that is allowed; null when there are more. */
    @Nullable
    JsonNode constant() {
        List<JsonNode> only = values;
        return only != null && only.size() == 1 && !nullable ? only.get(0) : null;
    }

    /** The strings that are allowed; null when there are others, or values of other kinds. */
    @Nullable
    List<String> strings() {
        List<JsonNode> only = values;
        if (only == null || only.isEmpty() || !only.stream().allMatch(JsonNode::isString)) {
            return null;
        }
        return only.stream().map(JsonNode::stringValue).distinct().toList();
    }

    /** A name for what it describes that nothing else has: the key under which its type is remembered. */
    static String key(List<Located> conjunction) {
        StringBuilder key = new StringBuilder();
        conjunction.forEach(part ->
                key.append(part.key()).append(' ').append(part.node().size()).append(';'));
        return key.toString();
    }
}
