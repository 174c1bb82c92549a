package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a type is described, and so what it is called, should it need a class.
 *
 * @param outer the class that it would lie in; null for the package
 * @param name what it would be called there
 * @param spare what is put behind the name where it would hide another
 */
record Where(@Nullable ClassRef outer, String name, String spare) {
    private Where(@Nullable ClassRef outer, String name) {
        this(outer, name, "Value");
    }

    /** What lies in no other class. */
    static Where topLevel(String name) {
        return new Where(null, name);
    }

    /** What lies inside another class. */
    static Where inside(ClassRef outer, String name) {
        return new Where(outer, name);
    }

    /** Where one alternative of a union is described. */
    static Where alternative(ClassRef union, String name) {
        return new Where(union, name, "Case");
    }

    /** Where the elements of a list that would be here are described. */
    Where element() {
        return new Where(outer, JavaNames.singular(name));
    }

    /** Where something that belongs to this is described. */
    Where followedBy(String suffix) {
        return new Where(outer, name + suffix);
    }
}
