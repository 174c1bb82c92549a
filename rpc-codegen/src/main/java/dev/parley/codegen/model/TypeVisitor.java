package dev.parley.codegen.model;

/** What depends on the kind of a type: one method for each, none with a body, so that no kind is forgotten. */
public interface TypeVisitor<R> {
    /** One of Java's own types. */
    R plain(Type.Plain type);

    /** A type whose values may be null. */
    R nullable(Type.NullableOf type);

    /** {@code Optional}. */
    R optional(Type.OptionalOf type);

    /** {@code Maybe}. */
    R maybe(Type.MaybeOf type);

    /** A member that always has the same value. */
    R constant(Type.Constant type);

    /** A type whose values have limits. */
    R checked(Type.Checked type);

    /** A collection. */
    R sequence(Type.Sequence type);

    /** A map. */
    R map(Type.MapOf type);

    /** An array. */
    R array(Type.ArrayOf type);

    /** A type of the user's. */
    R model(Type.Model type);

    /** A type parameter. */
    R variable(Type.Variable type);

    /** A wildcard. */
    R wildcard(Type.Wildcard type);

    /** A type with a codec that the user wrote. */
    R custom(Type.Custom type);

    /** A class of which only the name is known. */
    R named(Type.Named type);

    /** A type whose values can't travel. */
    R unsupported(Type.Unsupported type);
}
