package dev.parley.codegen.model;

import java.util.List;

/** What a parameter is when it is left out, read from its text. */
public sealed interface Value {
    /** True or false. */
    record Flag(boolean value) implements Value {}

    /** A number of any of Java's types for numbers, as it is written. */
    record Number(PlainType type, String text) implements Value {}

    /** A string. */
    record Text(String text) implements Value {}

    /** A character. */
    record Character(char character) implements Value {}

    /** A type that is made from a text: dates, URIs. */
    record Parsed(PlainType type, String text) implements Value {}

    /** A constant of an enum. */
    record OfEnum(ClassRef type, ModelType.Constant constant) implements Value {}

    /** The elements of a list, set or array. */
    record Elements(Type type, List<Value> elements) implements Value {
        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A map without entries. */
    record EmptyMap() implements Value {}
}
