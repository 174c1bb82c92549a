package dev.parley.codec;

import dev.parley.codec.JsonValue.JsonArray;
import dev.parley.codec.JsonValue.JsonBoolean;
import dev.parley.codec.JsonValue.JsonNumber;
import dev.parley.codec.JsonValue.JsonObject;
import dev.parley.codec.JsonValue.JsonString;
import dev.parley.message.ValueKind;
import dev.parley.serializer.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What values of one type look like, as far as it takes to tell them from those of another: what a {@link ChoiceCodec}
 * chooses by. Immutable.
 */
public abstract sealed class Shape {
    /** From {@link #misfit}: not of this shape. */
    static final int NONE = -1;

    /** Any value. */
    public static final Shape ANY = new Simple("any value", Object.class, ValueKind.values());
    /** {@code true} or {@code false}. */
    public static final Shape BOOLEAN = new Simple("a boolean", JsonBoolean.class, ValueKind.BOOLEAN);
    /** A number. */
    public static final Shape NUMBER = new Simple("a number", JsonNumber.class, ValueKind.NUMBER);
    /** A number without fraction or exponent. */
    public static final Shape INTEGER = new Whole();
    /** A string. */
    public static final Shape STRING = new Simple("a string", JsonString.class, ValueKind.STRING);
    /** An array of anything. */
    public static final Shape ARRAY = new Simple("an array", JsonArray.class, ValueKind.ARRAY);
    /** Null. */
    public static final Shape NULL = new Simple("null", JsonValue.JsonNull.class, ValueKind.NULL);

    private Shape() {}

    /** How many members of a value it does not know, or {@link #NONE} when the value can't be of this shape. */
    abstract int misfit(JsonValue value);

    /** The kinds of value that may be of this shape. */
    abstract List<ValueKind> kinds();

    /** In words, with its article. */
    @Override
    public abstract String toString();

    /** One of some strings. */
    public static Shape among(String... values) {
        List<JsonValue> all = new ArrayList<>();
        for (String value : values) {
            all.add(JsonValue.of(value));
        }
        return new Among(all);
    }

    /** One integer. */
    public static Shape exactly(long value) {
        return new Among(List.of(JsonValue.of(value)));
    }

    /** One boolean. */
    public static Shape exactly(boolean value) {
        return new Among(List.of(JsonValue.of(value)));
    }

    /** An array whose elements are all of a shape. */
    public static Shape array(Shape element) {
        return new Elements(element);
    }

    /** An array whose first elements are of these shapes, one by one. */
    public static Shape tuple(Shape... elements) {
        return new Tuple(List.of(elements));
    }

    /** An object about which its further calls say more. */
    public static Members object() {
        return new Members(Map.of(), Set.of(), null);
    }

    /** Any of some shapes. */
    public static Shape anyOf(Shape... shapes) {
        return new AnyOf(List.of(shapes));
    }

    private static final class Simple extends Shape {
        private final String inWords;
        private final Class<?> type;

        private final List<ValueKind> kinds;

        Simple(String inWords, Class<?> type, ValueKind... kinds) {
            this.inWords = inWords;
            this.type = type;
            this.kinds = List.of(kinds);
        }

        @Override
        int misfit(JsonValue value) {
            return type.isInstance(value) ? 0 : NONE;
        }

        @Override
        List<ValueKind> kinds() {
            return kinds;
        }

        @Override
        public String toString() {
            return inWords;
        }
    }

    private static final class Whole extends Shape {
        @Override
        int misfit(JsonValue value) {
            return value instanceof JsonNumber number && number.text().matches("-?[0-9]+") ? 0 : NONE;
        }

        @Override
        List<ValueKind> kinds() {
            return NUMBER.kinds();
        }

        @Override
        public String toString() {
            return "an integer";
        }
    }

    private static final class Among extends Shape {
        private final Set<JsonValue> values;

        Among(List<JsonValue> values) {
            this.values = new LinkedHashSet<>(values);
        }

        @Override
        int misfit(JsonValue value) {
            return values.contains(value) ? 0 : NONE;
        }

        @Override
        List<ValueKind> kinds() {
            return values.iterator().next() instanceof JsonString
                    ? STRING.kinds()
                    : List.of(ValueKind.NUMBER, ValueKind.BOOLEAN);
        }

        @Override
        public String toString() {
            List<String> texts = values.stream().map(Object::toString).toList();
            return (texts.size() == 1 ? "" : "one of ") + String.join(", ", texts);
        }
    }

    private static final class Elements extends Shape {
        private final Shape element;

        Elements(Shape element) {
            this.element = element;
        }

        @Override
        int misfit(JsonValue value) {
            if (!(value instanceof JsonArray array)) {
                return NONE;
            }
            int sum = 0;
            for (JsonValue one : array.elements()) {
                int misfit = element.misfit(one);
                if (misfit == NONE) {
                    return NONE;
                }
                sum += misfit;
            }
            return sum;
        }

        @Override
        List<ValueKind> kinds() {
            return ARRAY.kinds();
        }

        @Override
        public String toString() {
            return "an array";
        }
    }

    private static final class Tuple extends Shape {
        private final List<Shape> elements;

        Tuple(List<Shape> elements) {
            this.elements = elements;
        }

        @Override
        int misfit(JsonValue value) {
            if (!(value instanceof JsonArray array) || array.elements().size() < elements.size()) {
                return NONE;
            }
            int sum = array.elements().size() - elements.size();
            for (int i = 0; i < elements.size(); i++) {
                int misfit = elements.get(i).misfit(array.elements().get(i));
                if (misfit == NONE) {
                    return NONE;
                }
                sum += misfit;
            }
            return sum;
        }

        @Override
        List<ValueKind> kinds() {
            return ARRAY.kinds();
        }

        @Override
        public String toString() {
            return "an array of " + elements.size() + " elements";
        }
    }

    private static final class AnyOf extends Shape {
        private final List<Shape> shapes;

        AnyOf(List<Shape> shapes) {
            this.shapes = shapes;
        }

        @Override
        int misfit(JsonValue value) {
            int best = NONE;
            for (Shape shape : shapes) {
                int misfit = shape.misfit(value);
                best = best == NONE || misfit != NONE && misfit < best ? misfit : best;
            }
            return best;
        }

        @Override
        List<ValueKind> kinds() {
            return shapes.stream()
                    .flatMap(shape -> shape.kinds().stream())
                    .distinct()
                    .toList();
        }

        @Override
        public String toString() {
            return String.join(", or ", shapes.stream().map(Object::toString).toList());
        }
    }

    /** An object: which members it must have and which it may have. Every call gives a new shape. */
    public static final class Members extends Shape {
        private final Map<String, Shape> shapes;
        private final Set<String> required;
        /** How ill a member fits that is in no list, where it is dropped and where a map keeps it. */
        private static final int DROPPED = 2;

        private static final int KEPT = 1;

        private final @Nullable Shape others;

        private Members(Map<String, Shape> shapes, Set<String> required, @Nullable Shape others) {
            this.shapes = shapes;
            this.required = required;
            this.others = others;
        }

        /** With any other members, of one shape: a value keeps them, and so fits better than one that drops them. */
        public Members others(Shape shape) {
            return new Members(shapes, required, shape);
        }

        /** With members that it must have. */
        public Members required(String... names) {
            Members all = this;
            for (String name : names) {
                all = all.required(name, ANY);
            }
            return all;
        }

        /** With a member of a shape that it must have. */
        public Members required(String name, Shape shape) {
            Set<String> names = new LinkedHashSet<>(required);
            names.add(name);
            return new Members(with(name, shape), names, others);
        }

        /** With members that it may have. */
        public Members optional(String... names) {
            Members all = this;
            for (String name : names) {
                all = all.optional(name, ANY);
            }
            return all;
        }

        /** With a member of a shape that it may have. */
        public Members optional(String name, Shape shape) {
            return new Members(with(name, shape), required, others);
        }

        private Map<String, Shape> with(String name, Shape shape) {
            Map<String, Shape> all = new LinkedHashMap<>(shapes);
            all.put(name, shape);
            return all;
        }

        @Override
        int misfit(JsonValue value) {
            if (!(value instanceof JsonObject object)
                    || !object.members().keySet().containsAll(required)) {
                return NONE;
            }
            int unknown = 0;
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                Shape shape = shapes.get(member.getKey());
                int misfit = shape == null ? misfitOfOther(member.getValue()) : shape.misfit(member.getValue());
                if (misfit == NONE) {
                    return NONE;
                }
                unknown += misfit;
            }
            return unknown;
        }

        private int misfitOfOther(JsonValue value) {
            if (others == null) {
                return DROPPED;
            }
            int misfit = others.misfit(value);
            return misfit == NONE ? NONE : misfit + KEPT;
        }

        @Override
        List<ValueKind> kinds() {
            return List.of(ValueKind.OBJECT);
        }

        @Override
        public String toString() {
            for (String name : required) {
                if (shapes.get(name) instanceof Among among) {
                    return "an object whose \"" + name + "\" is " + among;
                }
            }
            return required.isEmpty()
                    ? "an object"
                    : "an object with " + (required.size() == 1 ? "the member \"" : "the members \"")
                            + String.join("\", \"", required) + '"';
        }
    }
}
