package dev.parley.codegen.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A type of the user's whose values travel, with all that its codec needs to know. Code that treats kinds differently is a
 * {@link ModelTypeVisitor}, so that a new kind fails to compile wherever it is not handled.
 */
public sealed interface ModelType {
    /** What all kinds have. */
    record Header(
            ClassRef name,
            List<TypeParameter> typeParameters,
            boolean deprecated,
            boolean visible,
            Docs docs,
            Place place) {
        /** Copies the list. */
        public Header {
            typeParameters = List.copyOf(typeParameters);
        }
    }

    /** A type parameter and the types that bound it. */
    record TypeParameter(String name, List<Type> bounds) {
        /** Copies the list. */
        public TypeParameter {
            bounds = List.copyOf(bounds);
        }
    }

    /** What all kinds have. */
    Header header();

    /** Calls the visitor's method for this kind of type. */
    <R> R accept(ModelTypeVisitor<R> visitor);

    /** Its members in order, with the one that takes all others; none for kinds without. */
    List<Member> allMembers();

    /** The types that it is made of. */
    List<Type> parts();

    /** The class. */
    default ClassRef name() {
        return header().name();
    }

    /**
     * An enum.
     *
     * @param constants its constants in order
     */
    record EnumType(Header header, List<Constant> constants) implements ModelType {
        /** Copies the list. */
        public EnumType {
            constants = List.copyOf(constants);
        }

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.enumeration(this);
        }

        @Override
        public List<Member> allMembers() {
            return List.of();
        }

        @Override
        public List<Type> parts() {
            return List.of();
        }
    }

    /**
     * A constant of an enum: its names in Java and on the wire.
     *
     * @param aliases other names that are read
     */
    record Constant(String name, String wireName, List<String> aliases) {
        /** Copies the list. */
        public Constant {
            aliases = List.copyOf(aliases);
        }

        /** One that has no other names. */
        public Constant(String name, String wireName) {
            this(name, wireName, List.of());
        }
    }

    /**
     * An object with members.
     *
     * @param tag what tells it from the other types of its family; null when it belongs to none
     * @param creation how one is made
     * @param members its members, in the order on the wire
     * @param rest the map that all other members go to, its last argument, with the type of their values; null when
     *     they are dropped
     */
    record ObjectType(
            Header header,
            @org.jspecify.annotations.Nullable Tag tag,
            Creation creation,
            List<Member> members,
            @org.jspecify.annotations.Nullable Member rest)
            implements ModelType {
        /** Copies the list. */
        public ObjectType {
            members = List.copyOf(members);
        }

        /** One that drops other members. */
        public ObjectType(
                Header header, @org.jspecify.annotations.Nullable Tag tag, Creation creation, List<Member> members) {
            this(header, tag, creation, members, null);
        }

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.object(this);
        }

        @Override
        public List<Member> allMembers() {
            return rest == null
                    ? members
                    : Stream.concat(members.stream(), Stream.of(rest)).toList();
        }

        @Override
        public List<Type> parts() {
            return Member.types(allMembers());
        }
    }

    /**
     * An object that is an array on the wire, whose elements are its members in order.
     *
     * @param members its members
     * @param required how many elements there are at least; members after these may be missing
     * @param rest the list of all further elements, its last argument, with their type; null when there are none
     */
    record TupleType(
            Header header,
            List<Member> members,
            int required,
            @org.jspecify.annotations.Nullable Member rest) implements ModelType {
        /** Copies the list. */
        public TupleType {
            members = List.copyOf(members);
        }

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.tuple(this);
        }

        @Override
        public List<Member> allMembers() {
            return rest == null
                    ? members
                    : Stream.concat(members.stream(), Stream.of(rest)).toList();
        }

        @Override
        public List<Type> parts() {
            return Member.types(allMembers());
        }
    }

    /**
     * A family of types that are told apart by what they look like.
     *
     * @param options its types, in the order in which they are tried
     */
    record ChoiceType(Header header, List<Option> options) implements ModelType {
        /** Copies the list. */
        public ChoiceType {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.choice(this);
        }

        @Override
        public List<Member> allMembers() {
            return List.of();
        }

        @Override
        public List<Type> parts() {
            return options.stream().<Type>map(Option::type).toList();
        }
    }

    /** One type of a family, and what its values look like. */
    record Option(Type.Model type, Shape shape) {}

    /** The member that says which type of a family a value has. */
    record Tag(String member, String value) {}

    /**
     * How an object is made: by a constructor or a static method with the members in an order, then by setters.
     *
     * @param factory the static method; empty for the constructor
     * @param arguments indexes of members that are arguments, in the order of the parameters
     */
    record Creation(String factory, List<Integer> arguments) {
        /** Copies the list. */
        public Creation {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A family of types that a member tells apart.
     *
     * @param tagMember the member that tells them apart
     * @param cases its types
     */
    record UnionType(Header header, String tagMember, List<Case> cases) implements ModelType {
        /** Copies the list. */
        public UnionType {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.union(this);
        }

        @Override
        public List<Member> allMembers() {
            return List.of();
        }

        @Override
        public List<Type> parts() {
            return cases.stream().<Type>map(Case::type).toList();
        }
    }

    /** One type of a family: the tag's value, and the type in terms of the family's type parameters. */
    record Case(String tag, Type.Model type) {}

    /**
     * A class that is another value on the wire.
     *
     * @param value the type of that value
     * @param reading how it is made from the value: a static method's name, empty for the constructor, or {@link
     *     #BY_CONSTANT}
     * @param writing what gives the value
     */
    record ValueType(Header header, Type value, String reading, Access writing) implements ModelType {
        /** It is an enum, and the value read is that of one of its constants. */
        public static final String BY_CONSTANT = "values()";

        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.value(this);
        }

        @Override
        public List<Member> allMembers() {
            return List.of();
        }

        @Override
        public List<Type> parts() {
            return List.of(value);
        }
    }

    /**
     * A type that is left to databind.
     *
     * @param reason why no codec can be generated for it: words that follow a "because"
     */
    record OpaqueType(Header header, String reason) implements ModelType {
        @Override
        public <R> R accept(ModelTypeVisitor<R> visitor) {
            return visitor.opaque(this);
        }

        @Override
        public List<Member> allMembers() {
            return List.of();
        }

        @Override
        public List<Type> parts() {
            return List.of();
        }
    }

    /** How a value is got from or put into an object. */
    record Access(Kind kind, String name) {
        /** Not at all. */
        public static final Access NONE = new Access(Kind.NONE, "");

        /** By what. */
        public enum Kind {
            NONE,
            METHOD,
            FIELD
        }

        /** Whether there is a way. */
        public boolean isPossible() {
            return kind != Kind.NONE;
        }
    }

    /**
     * A member of an object.
     *
     * @param name its name in Java
     * @param wireName its name on the wire
     * @param aliases other names that are read
     * @param type its type; nullable when null may stand there
     * @param presence what happens when it is missing
     * @param inclusion when it is written
     * @param reading how its value is got
     * @param writing how its value is put, where it is no argument
     * @param secret whether logs must not show it
     * @param docs what is said of it
     * @param place where it stands
     */
    record Member(
            String name,
            String wireName,
            List<String> aliases,
            Type type,
            Presence presence,
            Inclusion inclusion,
            Access reading,
            Access writing,
            boolean secret,
            String docs,
            Place place) {
        /** Copies the list. */
        public Member {
            aliases = List.copyOf(aliases);
        }

        /** The same member with another type. */
        public Member with(Type other) {
            return new Member(
                    name, wireName, aliases, other, presence, inclusion, reading, writing, secret, docs, place);
        }

        static List<Type> types(List<Member> members) {
            return members.stream().map(Member::type).toList();
        }
    }

    /** What happens when a member is missing. */
    enum Presence {
        /** The object can't be read. */
        REQUIRED,
        /** It is as if it were null, or empty for an optional. */
        ABSENT_IS_NULL,
        /** The object keeps what it has. */
        ABSENT_IS_LEFT
    }

    /** When a member is written. */
    enum Inclusion {
        ALWAYS,
        NON_NULL,
        NON_ABSENT,
        NON_EMPTY
    }
}
