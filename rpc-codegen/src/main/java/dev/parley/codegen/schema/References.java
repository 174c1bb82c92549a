package dev.parley.codegen.schema;

/** Says which values references lead to. */
@FunctionalInterface
public interface References {
    /** References within a document; one that leads out of it is left as it is. */
    References WITHIN = Located::followed;

    /** Returns a value that is no reference as it is, else the value at the end of its references. */
    Located follow(Located from);
}
