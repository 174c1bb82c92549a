package dev.parley.codegen.model;

import java.util.List;

/** A Java type together with how its values travel. */
public sealed interface Type {
    /** One of Java's own types. */
    record Plain(PlainType plain) implements Type {}

    /** A type whose values may be null. */
    record NullableOf(Type type) implements Type {}

    /** {@code Optional}. */
    record OptionalOf(Type content) implements Type {}

    /** {@code Maybe}: absent, null or a value. */
    record MaybeOf(Type content) implements Type {}

    /** A member that is always the same: it stands on the wire and nowhere in Java. */
    record Constant(PlainType plain, String text) implements Type {}

    /**
     * A type whose values have limits.
     *
     * @param rules the limits, sorted
     */
    record Checked(Type type, List<Constraint> rules) implements Type {
        /** Sorts, and takes what is said twice once. */
        public Checked {
            rules = rules.stream().distinct().sorted().toList();
        }
    }

    /** A collection. */
    record Sequence(SequenceKind kind, Type element) implements Type {}

    /** A map. */
    record MapOf(boolean sorted, Type key, Type value) implements Type {}

    /** An array. */
    record ArrayOf(Type element) implements Type {}

    /** A type of the user's for which the generator writes a codec. */
    record Model(ClassRef name, List<Type> arguments) implements Type {
        /** Copies the list. */
        public Model {
            arguments = List.copyOf(arguments);
        }
    }

    /** A type parameter of the model type that is being described. */
    record Variable(String name) implements Type {}

    /** {@code ? extends bound}, or {@code ? super bound}: travels as its bound. */
    record Wildcard(boolean upper, Type bound) implements Type {}

    /** A type with a codec that the user wrote. */
    record Custom(Type shape, ClassRef codec) implements Type {}

    /** A class of which only the name is known: the shape of a custom type, or a bound. */
    record Named(ClassRef name, List<Type> arguments) implements Type {
        /** Copies the list. */
        public Named {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A type whose values can't travel.
     *
     * @param text how it is written in the source
     * @param key the problem's key
     * @param reason why not, and the way out: sentences
     */
    record Unsupported(String text, String key, String reason) implements Type {}

    /** What collections there are. */
    enum SequenceKind {
        LIST("java.util.List", "list"),
        SET("java.util.Set", "set"),
        COLLECTION("java.util.Collection", "collection"),
        SORTED_SET("java.util.SortedSet", "sortedSet"),
        QUEUE("java.util.Queue", "queue"),
        DEQUE("java.util.Deque", "deque");

        private final String javaName;
        private final String codec;

        SequenceKind(String javaName, String codec) {
            this.javaName = javaName;
            this.codec = codec;
        }

        /** The full name in Java. */
        public String javaName() {
            return javaName;
        }

        /** The method of {@code Codecs}. */
        public String codec() {
            return codec;
        }

        /** Whether no element occurs twice. */
        public boolean isSet() {
            return this == SET || this == SORTED_SET;
        }
    }

    /** Type without result. */
    Type VOID = new Plain(PlainType.VOID);

    /** The types that this one is made of. */
    default List<Type> parts() {
        if (this instanceof NullableOf nullable) {
            return List.of(nullable.type());
        } else if (this instanceof OptionalOf optional) {
            return List.of(optional.content());
        } else if (this instanceof MaybeOf maybe) {
            return List.of(maybe.content());
        } else if (this instanceof Checked checked) {
            return List.of(checked.type());
        } else if (this instanceof Sequence sequence) {
            return List.of(sequence.element());
        } else if (this instanceof MapOf map) {
            return List.of(map.key(), map.value());
        } else if (this instanceof ArrayOf array) {
            return List.of(array.element());
        } else if (this instanceof Model model) {
            return model.arguments();
        } else if (this instanceof Wildcard wildcard) {
            return List.of(wildcard.bound());
        }
        return List.of();
    }

    /** The type without the leave to be null. */
    default Type nonNull() {
        return this instanceof NullableOf nullable ? nullable.type() : this;
    }

    /** The type without limits on its values, should it have some. */
    default Type unchecked() {
        return this instanceof Checked checked ? checked.type() : this;
    }

    /** The same type with the leave to be null, where it makes a difference. */
    default Type orNull() {
        boolean never = this instanceof NullableOf || this instanceof Unsupported || isPrimitive();
        return never ? this : new NullableOf(this);
    }

    /** Whether values may be null. */
    default boolean isNullable() {
        return this instanceof NullableOf;
    }

    /** Whether it is one of Java's primitive types. */
    default boolean isPrimitive() {
        return unchecked() instanceof Plain plain && plain.plain().isPrimitive();
    }
}
