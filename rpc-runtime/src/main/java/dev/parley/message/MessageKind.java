package dev.parley.message;

/** What a message is, in the eyes of a dialect. */
public enum MessageKind {
    /** A request that wants an answer. */
    CALL,
    /** A request that must not be answered. */
    NOTIFICATION,
    /** An answer with a result. */
    RESULT,
    /** An answer with an error. */
    ERROR,
    /** None of these. */
    INVALID
}
