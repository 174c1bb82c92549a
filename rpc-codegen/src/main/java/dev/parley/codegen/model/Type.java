package dev.parley.codegen.model;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A Java type together with how its values travel.
 *
 * <p>Code that treats kinds of types differently is a {@link TypeVisitor}, so that a new kind fails to compile wherever it is
 * not handled. Code that only looks for one kind, whatever the others are, asks by one of the methods here.
 */
public sealed interface Type {
    /** Calls the visitor's method for this kind of type. */
    <R> R accept(TypeVisitor<R> visitor);

    /** The types that this one is made of. */
    List<Type> parts();

    /** The same type with other parts: each part replaced by what an operator makes of it. */
    Type withParts(UnaryOperator<Type> operator);

    /** A type that is made of no others. */
    sealed interface Leaf extends Type {
        @Override
        default List<Type> parts() {
            return List.of();
        }

        @Override
        default Type withParts(UnaryOperator<Type> operator) {
            return this;
        }
    }

    /** One of Java's own types. */
    record Plain(PlainType plain) implements Leaf {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.plain(this);
        }
    }

    /** A type whose values may be null. */
    record NullableOf(Type type) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.nullable(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(type);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return operator.apply(type).orNull();
        }
    }

    /** {@code Optional}. */
    record OptionalOf(Type content) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.optional(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(content);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new OptionalOf(operator.apply(content));
        }
    }

    /** {@code Maybe}: absent, null or a value. */
    record MaybeOf(Type content) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.maybe(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(content);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new MaybeOf(operator.apply(content));
        }
    }

    /** A member that always has the same value on the wire, and is not a member in Java. */
    record Constant(PlainType plain, String text) implements Leaf {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /**
     * A type whose values have limits.
     *
     * @param rules the limits, sorted
     */
    record Checked(Type type, List<Constraint> rules) implements Type {
        /** Sorts, and drops duplicates. */
        public Checked {
            rules = rules.stream().distinct().sorted().toList();
        }

        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.checked(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(type);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new Checked(operator.apply(type), rules);
        }
    }

    /** A collection. */
    record Sequence(SequenceKind kind, Type element) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.sequence(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(element);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new Sequence(kind, operator.apply(element));
        }
    }

    /** A map. */
    record MapOf(boolean sorted, Type key, Type value) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.map(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(key, value);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new MapOf(sorted, operator.apply(key), operator.apply(value));
        }
    }

    /** An array. */
    record ArrayOf(Type element) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.array(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(element);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new ArrayOf(operator.apply(element));
        }
    }

    /** A type of the user's for which the generator writes a codec. */
    record Model(ClassRef name, List<Type> arguments) implements Type {
        /** Copies the list. */
        public Model {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.model(this);
        }

        @Override
        public List<Type> parts() {
            return arguments;
        }

        @Override
        public Type.Model withParts(UnaryOperator<Type> operator) {
            return new Model(name, arguments.stream().map(operator).toList());
        }
    }

    /** A type parameter of the model type that is being described. */
    record Variable(String name) implements Leaf {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.variable(this);
        }
    }

    /** {@code ? extends bound}, or {@code ? super bound}: travels as its bound. */
    record Wildcard(boolean upper, Type bound) implements Type {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.wildcard(this);
        }

        @Override
        public List<Type> parts() {
            return List.of(bound);
        }

        @Override
        public Type withParts(UnaryOperator<Type> operator) {
            return new Wildcard(upper, operator.apply(bound));
        }
    }

    /** A type with a codec that the user wrote. */
    record Custom(Type shape, ClassRef codec) implements Leaf {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.custom(this);
        }
    }

    /** A class of which only the name is known: the shape of a custom type, or a bound. */
    record Named(ClassRef name, List<Type> arguments) implements Leaf {
        /** Copies the list. */
        public Named {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * A type whose values can't travel.
     *
     * @param text how it is written in the source
     * @param key the problem's key
     * @param reason why not, and the way out: sentences
     */
    record Unsupported(String text, String key, String reason) implements Leaf {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.unsupported(this);
        }
    }

    /** The kinds of collections. */
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

    /** The type of Java's that this is; nothing for other kinds. */
    default Optional<PlainType> asPlain() {
        return this instanceof Plain plain ? Optional.of(plain.plain()) : Optional.empty();
    }

    /** This as a type of the user's; nothing for other kinds. */
    default Optional<Model> asModel() {
        return this instanceof Model model ? Optional.of(model) : Optional.empty();
    }

    /** Whether it is a type of Java's. */
    default boolean is(PlainType plain) {
        return equals(new Plain(plain));
    }

    /** Whether it is an array that is one text on the wire: of bytes or characters. */
    default boolean isTextArray() {
        return equals(new ArrayOf(new Plain(PlainType.BYTE))) || equals(new ArrayOf(new Plain(PlainType.CHAR)));
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

    /** Whether it is one of Java's types for a value that may be missing: {@code Optional}, {@code OptionalInt}. */
    default boolean isOptional() {
        return this instanceof OptionalOf
                || asPlain().filter(PlainType::isOptional).isPresent();
    }

    /** Whether it is one of Java's primitive types. */
    default boolean isPrimitive() {
        return unchecked().asPlain().filter(PlainType::isPrimitive).isPresent();
    }
}
