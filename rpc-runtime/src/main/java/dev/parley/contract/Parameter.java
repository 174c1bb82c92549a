package dev.parley.contract;

import dev.parley.codec.Codec;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a method: its name on the wire, how its values are read and written, and what holds when it is not
 * given. Immutable.
 *
 * @param <T> the Java type, boxed
 */
public final class Parameter<T extends @Nullable Object> {
    private final String name;
    private final Codec<T> codec;
    private final @Nullable Supplier<T> whenAbsent;
    private final boolean nullMeansAbsent;
    private final boolean rest;
    private final boolean secret;

    private Parameter(
            String name,
            Codec<T> codec,
            @Nullable Supplier<T> whenAbsent,
            boolean nullMeansAbsent,
            boolean rest,
            boolean secret) {
        this.name = name;
        this.codec = codec;
        this.whenAbsent = whenAbsent;
        this.nullMeansAbsent = nullMeansAbsent;
        this.rest = rest;
        this.secret = secret;
    }

    /** A parameter that must be given. */
    public static <T> Parameter<T> required(String name, Codec<T> codec) {
        return new Parameter<>(name, codec, null, false, false, false);
    }

    /** A parameter that is null when it is not given; {@code codec} takes no null itself. */
    public static <T> Parameter<@Nullable T> nullable(String name, Codec<T> codec) {
        return new Parameter<>(name, dev.parley.codec.Codecs.nullable(codec), () -> null, false, false, false);
    }

    /** A parameter that is an empty {@link Optional} when it is not given; {@code codec} is of its content. */
    public static <T> Parameter<Optional<T>> optional(String name, Codec<T> codec) {
        return new Parameter<>(name, dev.parley.codec.Codecs.optional(codec), Optional::empty, false, false, false);
    }

    /** A parameter that has another value when it is not given, or given as null. */
    public static <T> Parameter<T> withDefault(String name, Codec<T> codec, Supplier<T> whenAbsent) {
        return new Parameter<>(name, codec, whenAbsent, true, false, false);
    }

    /**
     * The last parameter of a method with variable arguments: by position it takes all arguments that are left, by name
     * an array.
     *
     * @param codec of the array; an {@link dev.parley.codec.ElementsCodec}
     */
    public static <T> Parameter<T> rest(String name, dev.parley.codec.ElementsCodec<T> codec) {
        return new Parameter<>(name, codec, codec::none, true, true, false);
    }

    /** The same parameter, whose values no log shows. */
    public Parameter<T> secret() {
        return new Parameter<>(name, codec, whenAbsent, nullMeansAbsent, rest, true);
    }

    /** The name on the wire. */
    public String name() {
        return name;
    }

    /** Reads and writes the values. */
    public Codec<T> codec() {
        return codec;
    }

    /** Whether a call without it is wrong. */
    public boolean isRequired() {
        return whenAbsent == null;
    }

    /**
     * The value when it is not given.
     *
     * @throws IllegalStateException when it is required
     */
    public T whenAbsent() {
        if (whenAbsent == null) {
            throw new IllegalStateException(name + " is required");
        }
        return whenAbsent.get();
    }

    /** Whether a null on the wire is the same as nothing. */
    public boolean nullMeansAbsent() {
        return nullMeansAbsent;
    }

    /** Whether it takes all positional arguments that are left. */
    public boolean isRest() {
        return rest;
    }

    /** Whether its values are kept out of logs. */
    public boolean isSecret() {
        return secret;
    }

    @Override
    public String toString() {
        return name;
    }
}
