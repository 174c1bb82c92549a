package dev.parley.codegen.model;

/** What depends on the kind of a model type: one method for each, none with a body, so that no kind is forgotten. */
public interface ModelTypeVisitor<R> {
    /** An enum. */
    R enumeration(ModelType.EnumType type);

    /** An object with members. */
    R object(ModelType.ObjectType type);

    /** An object that is an array on the wire. */
    R tuple(ModelType.TupleType type);

    /** A family of types that are told apart by what they look like. */
    R choice(ModelType.ChoiceType type);

    /** A family of types that a member tells apart. */
    R union(ModelType.UnionType type);

    /** A class that is another value on the wire. */
    R value(ModelType.ValueType type);

    /** A type that is left to databind. */
    R opaque(ModelType.OpaqueType type);
}
