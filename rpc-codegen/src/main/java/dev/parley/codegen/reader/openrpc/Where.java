package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a type is described, and so what it is called, should it need a class.
 *
 * @param outer the class that it would lie in; null for the package
 * @param name what it would be called there
 */
record Where(@Nullable ClassRef outer, String name) {
    static Where topLevel(String name) {
        return new Where(null, name);
    }

    static Where inside(ClassRef outer, String name) {
        return new Where(outer, name);
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
