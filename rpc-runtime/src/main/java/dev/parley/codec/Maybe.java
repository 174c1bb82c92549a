package dev.parley.codec;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member that may be missing, or null, or hold a value, where the wire tells the three apart: in a change request, a
 * missing member often means "leave it", and null "remove it". Immutable.
 *
 * @param <T> the type of the value
 */
public final class Maybe<T> {
    private static final Maybe<?> ABSENT = new Maybe<>(null);
    private static final Maybe<?> NULL = new Maybe<>(null);

    private final @Nullable T value;

    private Maybe(@Nullable T value) {
        this.value = value;
    }

    /** The member is not there. */
    @SuppressWarnings("unchecked") // It holds no value of any type.
    public static <T> Maybe<T> absent() {
        return (Maybe<T>) ABSENT;
    }

    /** The member is there and null. */
    @SuppressWarnings("unchecked") // It holds no value of any type.
    public static <T> Maybe<T> ofNull() {
        return (Maybe<T>) NULL;
    }

    /** The member is there with a value. */
    public static <T> Maybe<T> of(T value) {
        return new Maybe<>(Objects.requireNonNull(value, "value"));
    }

    /** The member is there: with a value, or null. */
    public static <T> Maybe<T> ofNullable(@Nullable T value) {
        return value == null ? ofNull() : of(value);
    }

    /** Whether the member is not there. */
    public boolean isAbsent() {
        return this == ABSENT;
    }

    /** Whether the member is there and null. */
    public boolean isNull() {
        return this == NULL;
    }

    /** Whether there is a value. */
    public boolean isPresent() {
        return value != null;
    }

    /** The value; null for null and for a member that is not there. */
    public @Nullable T orNull() {
        return value;
    }

    /** The value, or another where there is none. */
    public T orElse(T other) {
        return value == null ? other : value;
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException when there is none
     */
    public T get() {
        if (value == null) {
            throw new NoSuchElementException(this + " has no value");
        }
        return value;
    }

    /** The same with another value made of this one; absent stays absent, and null null. */
    public <U> Maybe<U> map(Function<? super T, ? extends U> function) {
        if (value == null) {
            return isAbsent() ? absent() : ofNull();
        }
        return of(function.apply(value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || value != null && other instanceof Maybe<?> maybe && value.equals(maybe.value);
    }

    @Override
    public int hashCode() {
        return value == null ? Boolean.hashCode(isAbsent()) : value.hashCode();
    }

    @Override
    public String toString() {
        return isAbsent() ? "absent" : String.valueOf(value);
    }
}
