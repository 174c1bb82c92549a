package dev.parley.codegen.reader.openrpc;

import dev.parley.codegen.model.ClassRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a type is described, and so what it is called, should it need a class.
 *
 * @param outer the class that it would lie in; null for the package
 * @param name what it would be called there
 * @param spare what is appended to the name where it would hide another
 * @param title what it is called instead where the name is taken; empty when there is no title
 * @param root what the names of all that may share a class start with; empty where nothing is shared
 */
record Where(@Nullable ClassRef outer, String name, String spare, String title, String root) {
    private static final String VALUE = "Value";
    private static final int LONGEST_TITLE = 40;

    private Where(@Nullable ClassRef outer, String name) {
        this(outer, name, VALUE, "", "");
    }

    /** A parameter or result of a method. */
    static Where ofMethod(String method, String name) {
        return new Where(null, method + name, VALUE, "", method);
    }

    /** The same, with the title that the schema has. */
    Where titled(String text) {
        boolean usable = spare.equals(VALUE) && !text.isBlank() && text.length() <= LONGEST_TITLE;
        return new Where(outer, name, spare, usable ? JavaNames.type(text) : "", root);
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
        return new Where(union, name, "Case", "", "");
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
