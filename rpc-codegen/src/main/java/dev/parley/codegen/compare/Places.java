package dev.parley.codegen.compare;

import dev.parley.codegen.model.Place;

/** Says where people wrote the value at a JSON pointer of a description. */
@FunctionalInterface
public interface Places {
    /** Nobody knows. */
    Places UNKNOWN = pointer -> Place.UNKNOWN;

    /**
     * Finds the place of a value, or of the nearest one around it that has one.
     *
     * @param pointer the position in the document (RFC 6901)
     */
    Place at(String pointer);
}
