package dev.parley.message;

/** What kind of value stands in a place of a message: JSON's kinds, and {@link #ABSENT} where there is none. */
public enum ValueKind {
    /** The member is not there. */
    ABSENT,
    /** {@code null}. */
    NULL,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Any number. */
    NUMBER,
    /** A string; binary formats' byte strings count as one. */
    STRING,
    /** An array. */
    ARRAY,
    /** An object. */
    OBJECT;

    /** The kind in words, with its article, for error messages. */
    public String inWords() {
        return switch (this) {
            case ABSENT -> "nothing";
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case STRING -> "a string";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
        };
    }
}
