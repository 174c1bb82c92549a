package dev.parley.codegen.compare;

/** What a difference touches; each rule belongs to the first of these that it breaks. */
public enum Level {
    /** Messages: clients that nobody rebuilds send what is refused now, or get what they can't read. */
    WIRE,
    /** Java: messages stay good, but code that calls the service no longer compiles against the new interface. */
    SOURCE,
    /** Meaning: messages stay good and code compiles, but something else happens. */
    BEHAVIOUR
}
