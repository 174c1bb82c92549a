package dev.parley.codegen.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What values look like on the wire, as far as it takes to tell types apart. */
public sealed interface Shape {
    /** A value of one kind, or of any. */
    enum Kind implements Shape {
        ANY,
        NULL,
        BOOLEAN,
        INTEGER,
        NUMBER,
        STRING,
        ARRAY
    }

    /** One of some strings. */
    record Among(List<String> values) implements Shape {
        /** Copies the list. */
        public Among {
            values = List.copyOf(values);
        }
    }

    /** One integer or boolean, as its literal in Java. */
    record Exactly(String literal) implements Shape {}

    /** An array of one shape of elements. */
    record Elements(Shape element) implements Shape {}

    /** An array whose first elements have shapes of their own. */
    record Tuple(List<Shape> elements) implements Shape {
        /** Copies the list. */
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /**
     * An object.
     *
     * @param members its members' shapes
     * @param required which of them it must have
     * @param others the shape of all other members, where it keeps them; null where it drops them
     */
    record Members(
            Map<String, Shape> members,
            Set<String> required,
            @Nullable Shape others) implements Shape {
        /** Copies both and keeps their order. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            required = Collections.unmodifiableSet(new java.util.LinkedHashSet<>(required));
        }
    }

    /** Any of some shapes. */
    record AnyOf(List<Shape> shapes) implements Shape {
        /** Copies the list. */
        public AnyOf {
            shapes = List.copyOf(shapes);
        }
    }
}
