package dev.parley.codec;

import dev.parley.serializer.ValueException;
import dev.parley.serializer.ValueReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be like besides being of its type: the words of JSON Schema that limit values. {@link
 * Codecs#checked} applies rules to what is read; what is written is not checked.
 *
 * <p>Immutable; one rule serves many threads.
 *
 * @param <T> the type of the values
 */
public final class Rule<T> {
    private final String expected;
    private final Predicate<T> holds;
    private final Function<T, String> inWords;

    private Rule(String expected, Predicate<T> holds, Function<T, String> inWords) {
        this.expected = expected;
        this.holds = holds;
        this.inWords = inWords;
    }

    /**
     * A string in which a pattern is found; it need not match the whole unless it says {@code ^} and {@code $}.
     *
     * <p>The text that is searched is a peer's, so the search is limited: one that takes more than a million steps and
     * sixteen for each character ends, and the value is refused.
     *
     * @param pattern as {@link java.util.regex.Pattern} has it, but that {@code $} is the end of the text and not also
     *     what comes before a last line feed
     * @throws IllegalArgumentException when it is no pattern
     */
    public static Rule<String> pattern(String pattern) {
        BoundedPattern bounded = BoundedPattern.of(pattern);
        return new Rule<>("a string that matches " + pattern, bounded::isIn, Rule::quoted);
    }

    /** A string of at least so many characters (code points). */
    public static Rule<String> minLength(int length) {
        return new Rule<>(
                "a string of at least " + count(length, "character"),
                text -> text.length() >= length && text.codePointCount(0, text.length()) >= length,
                Rule::quoted);
    }

    /** A string of at most so many characters (code points). */
    public static Rule<String> maxLength(int length) {
        return new Rule<>(
                "a string of at most " + count(length, "character"),
                text -> text.length() <= length || text.codePointCount(0, text.length()) <= length,
                Rule::quoted);
    }

    /** A number that is not below a limit; the limit is a number as JSON has it. */
    public static Rule<Number> minimum(String limit) {
        return number("a number of at least " + limit, limit, value -> value >= 0);
    }

    /** A number that is not above a limit. */
    public static Rule<Number> maximum(String limit) {
        return number("a number of at most " + limit, limit, value -> value <= 0);
    }

    /** A number above a limit. */
    public static Rule<Number> exclusiveMinimum(String limit) {
        return number("a number above " + limit, limit, value -> value > 0);
    }

    /** A number below a limit. */
    public static Rule<Number> exclusiveMaximum(String limit) {
        return number("a number below " + limit, limit, value -> value < 0);
    }

    private static Rule<Number> number(String expected, String limit, Predicate<Integer> comparison) {
        BigDecimal bound = new BigDecimal(limit);
        return new Rule<>(
                expected,
                number -> {
                    BigDecimal value = Decimals.of(number);
                    return value != null && comparison.test(value.compareTo(bound));
                },
                Rule::plain);
    }

    /**
     * A number that is a whole number of steps.
     *
     * @throws IllegalArgumentException when the step is not above 0
     */
    public static Rule<Number> multipleOf(String step) {
        BigDecimal each = new BigDecimal(step);
        if (each.signum() <= 0) {
            throw new IllegalArgumentException("a step must be above 0, and is " + step);
        }
        return new Rule<>("a multiple of " + step, number -> Decimals.isMultiple(number, each), Rule::plain);
    }

    /** A number that equals one of some; {@code 1.0} equals {@code 1}. */
    public static Rule<Number> among(String... numbers) {
        List<BigDecimal> all = Arrays.stream(numbers).map(BigDecimal::new).toList();
        return new Rule<>(
                numbers.length == 1 ? numbers[0] : "one of " + String.join(", ", numbers),
                number -> {
                    BigDecimal value = Decimals.of(number);
                    return value != null && all.stream().anyMatch(each -> each.compareTo(value) == 0);
                },
                Rule::plain);
    }

    /** Only {@code true}, or only {@code false}. */
    public static Rule<Boolean> only(boolean value) {
        return new Rule<>(String.valueOf(value), each -> each == value, String::valueOf);
    }

    /** An array of at least so many elements. */
    public static Rule<Collection<?>> minItems(int size) {
        return new Rule<>("an array of at least " + count(size, "element"), all -> all.size() >= size, Rule::elements);
    }

    /** An array of at most so many elements. */
    public static Rule<Collection<?>> maxItems(int size) {
        return new Rule<>("an array of at most " + count(size, "element"), all -> all.size() <= size, Rule::elements);
    }

    /** An array in which no element equals another. */
    public static Rule<Collection<?>> uniqueItems() {
        return new Rule<>("an array whose elements differ", all -> repeated(all) < 0, Rule::repetition);
    }

    /** An object of at least so many members. */
    public static Rule<Map<?, ?>> minProperties(int size) {
        return new Rule<>("an object of at least " + count(size, "member"), all -> all.size() >= size, Rule::members);
    }

    /** An object of at most so many members. */
    public static Rule<Map<?, ?>> maxProperties(int size) {
        return new Rule<>("an object of at most " + count(size, "member"), all -> all.size() <= size, Rule::members);
    }

    /** @throws ValueException when the rule does not hold for the value that was read last */
    void check(ValueReader in, T value) {
        if (!holds.test(value)) {
            throw in.unexpected(expected, inWords.apply(value));
        }
    }

    private static String quoted(String text) {
        return '"' + ValueException.cut(text) + '"';
    }

    private static String plain(Number number) {
        return ValueException.cut(String.valueOf(number));
    }

    private static String elements(Collection<?> all) {
        return count(all.size(), "element");
    }

    private static String members(Map<?, ?> all) {
        return count(all.size(), "member");
    }

    private static String repetition(Collection<?> all) {
        return "element " + (repeated(all) + 1) + " equal to one before";
    }

    /** The index of the first element that another one before it equals; negative when there is none. */
    private static int repeated(Collection<?> all) {
        Set<@Nullable Object> seen = new HashSet<>();
        List<@Nullable Object> elements = new ArrayList<>(all);
        for (int i = 0; i < elements.size(); i++) {
            Object each = elements.get(i);
            if (!seen.add(each instanceof BigDecimal number ? number.stripTrailingZeros() : each)) {
                return i;
            }
        }
        return -1;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return expected;
    }
}
