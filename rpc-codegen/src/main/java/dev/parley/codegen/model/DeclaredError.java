package dev.parley.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * An exception type that a method declares.
 *
 * @param type the exception type
 * @param code its code on the wire; null when it has none
 * @param data the type of its data; {@link Type#VOID} when it carries none
 * @param accessor the method that gives the data; empty without data
 * @param constructor whether a public constructor for message and data exists
 * @param accessible whether generated code can name it
 * @param depth how many classes stand above it, so that subclasses can be tried first
 * @param docs what the method's comment says of it
 * @param message what its errors say; empty when nothing is said but in the comment
 * @param place where it is declared
 */
public record DeclaredError(
        ClassRef type,
        @Nullable Integer code,
        Type data,
        String accessor,
        boolean constructor,
        boolean accessible,
        int depth,
        String docs,
        String message,
        Place place) {
    /** One of which only a comment says what it means. */
    public DeclaredError(
            ClassRef type,
            @Nullable Integer code,
            Type data,
            String accessor,
            boolean constructor,
            boolean accessible,
            int depth,
            String docs,
            Place place) {
        this(type, code, data, accessor, constructor, accessible, depth, docs, "", place);
    }

    /** Whether it carries data. */
    public boolean hasData() {
        return !accessor.isEmpty();
    }
}
