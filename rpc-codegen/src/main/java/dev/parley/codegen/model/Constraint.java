package dev.parley.codegen.model;

import java.util.Set;

/**
 * A limit on the values of a type: a word of JSON Schema and what it says.
 *
 * @param word the word
 * @param text what stands behind it, as JSON; a pattern as it is, without quotes
 */
public record Constraint(Word word, String text) implements Comparable<Constraint> {
    private static final Set<PlainType.Wire> NUMBERS = Set.of(PlainType.Wire.INTEGER, PlainType.Wire.NUMBER);

    /** The words, in the order in which they are checked: what is cheap comes before what is not. */
    public enum Word {
        MAX_LENGTH("maxLength"),
        MIN_LENGTH("minLength"),
        PATTERN("pattern"),
        MINIMUM("minimum"),
        MAXIMUM("maximum"),
        EXCLUSIVE_MINIMUM("exclusiveMinimum"),
        EXCLUSIVE_MAXIMUM("exclusiveMaximum"),
        MULTIPLE_OF("multipleOf"),
        ENUM("enum"),
        MAX_ITEMS("maxItems"),
        MIN_ITEMS("minItems"),
        UNIQUE_ITEMS("uniqueItems"),
        MAX_PROPERTIES("maxProperties"),
        MIN_PROPERTIES("minProperties");

        private final String wireName;

        Word(String wireName) {
            this.wireName = wireName;
        }

        /** The word in a schema. */
        public String wireName() {
            return wireName;
        }
    }

    /** Whether values of a type can be checked. */
    public boolean isCheckable(Type type) {
        return switch (word) {
            case MAX_LENGTH, MIN_LENGTH -> isText(type);
            case PATTERN -> isText(type) && EcmaPattern.toJava(text).isPresent();
            case MINIMUM, MAXIMUM, EXCLUSIVE_MINIMUM, EXCLUSIVE_MAXIMUM, MULTIPLE_OF -> isNumber(type);
            case ENUM -> isNumber(type) || isFlag(type);
            case MAX_ITEMS, MIN_ITEMS, UNIQUE_ITEMS -> type instanceof Type.Sequence;
            case MAX_PROPERTIES, MIN_PROPERTIES -> type instanceof Type.MapOf;
        };
    }

    private static boolean isText(Type type) {
        return type.is(PlainType.STRING);
    }

    private static boolean isNumber(Type type) {
        return type.asPlain().map(PlainType::wire).filter(NUMBERS::contains).isPresent();
    }

    private static boolean isFlag(Type type) {
        return type.asPlain()
                .map(PlainType::wire)
                .filter(PlainType.Wire.BOOLEAN::equals)
                .isPresent();
    }

    @Override
    public int compareTo(Constraint other) {
        int byWord = word.compareTo(other.word);
        return byWord != 0 ? byWord : text.compareTo(other.text);
    }
}
