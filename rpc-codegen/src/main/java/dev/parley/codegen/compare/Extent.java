package dev.parley.codegen.compare;

/** How the values that a new type allows lie to those that the old one did. */
enum Extent {
    SAME,
    WIDER,
    NARROWER,
    /** Some came, some went. */
    OTHER;

    static Extent of(boolean allOld, boolean allNew) {
        if (allOld) {
            return allNew ? SAME : WIDER;
        }
        return allNew ? NARROWER : OTHER;
    }

    /** That of values for which both hold. */
    Extent and(Extent other) {
        if (this == SAME || this == other) {
            return other;
        }
        return other == SAME ? this : OTHER;
    }
}
