package dev.parley.contract;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that client, server and description share about one method. Immutable, made once; generated code holds
 * one for each method as a constant.
 *
 * @param <R> the type of the result, boxed; {@link Void} when there is none
 */
public final class MethodDescriptor<R extends @Nullable Object> {
    /** What a request of this method wants. */
    public enum Kind {
        /** An answer. */
        CALL,
        /** None. */
        NOTIFICATION
    }

    private final String name;
    private final byte[] utf8Name;
    private final Kind kind;
    private final List<Parameter<?>> parameters;
    private final Codec<R> result;
    private final boolean byName;
    private final boolean nonBlocking;
    private final boolean idempotent;
    private final boolean untyped;
    private final boolean interruptible;
    private final boolean secretResult;
    private final Set<String> secretMembers;
    private final List<ErrorType<?, ?>> errors;

    private MethodDescriptor(Builder<R> builder, boolean untyped) {
        this.name = builder.name;
        this.utf8Name = name.getBytes(StandardCharsets.UTF_8);
        this.kind = builder.kind;
        this.parameters = List.copyOf(builder.parameters);
        this.result = builder.result;
        this.byName = builder.byName;
        this.nonBlocking = builder.nonBlocking;
        this.idempotent = builder.idempotent;
        this.untyped = untyped;
        this.interruptible = builder.interruptible;
        this.secretResult = builder.secretResult;
        this.secretMembers = Set.copyOf(builder.secretMembers);
        this.errors = List.copyOf(builder.errors);
    }

    /** Starts a descriptor of a method that answers. */
    public static <R extends @Nullable Object> Builder<R> call(String name, Codec<R> result) {
        return new Builder<>(name, Kind.CALL, result);
    }

    /** Starts a descriptor of a method that answers nothing but that it was done. */
    public static Builder<@Nullable Void> call(String name) {
        return new Builder<>(name, Kind.CALL, Codecs.VOID);
    }

    /** Starts a descriptor of a method that does not answer. */
    public static Builder<@Nullable Void> notification(String name) {
        return new Builder<>(name, Kind.NOTIFICATION, Codecs.VOID);
    }

    /**
     * A method of which nothing is known but its name: its one argument is the whole {@code params}, a
     * {@link JsonValue.JsonArray}, a {@link JsonValue.JsonObject}, or null for none.
     */
    public static MethodDescriptor<JsonValue> untyped(String name) {
        return new MethodDescriptor<>(
                new Builder<>(name, Kind.CALL, Codecs.JSON_VALUE)
                        .parameter(Parameter.nullable("params", Codecs.JSON_VALUE)),
                true);
    }

    /** The name on the wire, the service's prefix included. */
    public String name() {
        return name;
    }

    /** The name's UTF-8 bytes; not to be changed. */
    public byte[] utf8Name() {
        return utf8Name;
    }

    /** What a request of this method wants. */
    public Kind kind() {
        return kind;
    }

    /** The parameters in order. */
    public List<Parameter<?>> parameters() {
        return parameters;
    }

    /** Reads and writes the result. */
    public Codec<R> result() {
        return result;
    }

    /** Whether there is no result. */
    public boolean isVoid() {
        return result == Codecs.VOID;
    }

    /** Whether a client sends the parameters by name; a server takes both. */
    public boolean isByName() {
        return byName;
    }

    /** Whether the handler never waits, and so may run on the thread that reads. */
    public boolean isNonBlocking() {
        return nonBlocking;
    }

    /** Whether calling it twice does no more than calling it once. */
    public boolean isIdempotent() {
        return idempotent;
    }

    /** Whether its handler's thread is interrupted when the call is cancelled. */
    public boolean isInterruptible() {
        return interruptible;
    }

    /** Whether its one argument is the whole params; see {@link #untyped(String)}. */
    public boolean isUntyped() {
        return untyped;
    }

    /** Whether no log shows the result. */
    public boolean isSecretResult() {
        return secretResult;
    }

    /** Names of members, at any depth of arguments and result, whose values no log shows. */
    public Set<String> secretMembers() {
        return secretMembers;
    }

    /** The errors that it declares. */
    public List<ErrorType<?, ?>> errors() {
        return errors;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what a descriptor says; each call adds to it. */
    public static final class Builder<R extends @Nullable Object> {
        private final String name;
        private final Kind kind;
        private final Codec<R> result;
        private final List<Parameter<?>> parameters = new ArrayList<>();
        private final List<ErrorType<?, ?>> errors = new ArrayList<>();
        private final Set<String> secretMembers = new HashSet<>();
        private boolean byName;
        private boolean nonBlocking;
        private boolean idempotent;
        private boolean interruptible = true;
        private boolean secretResult;

        private Builder(String name, Kind kind, Codec<R> result) {
            this.name = name;
            this.kind = kind;
            this.result = result;
        }

        /** Adds the next parameter. */
        public Builder<R> parameter(Parameter<?> parameter) {
            parameters.add(parameter);
            return this;
        }

        /** Adds a declared error. */
        public Builder<R> error(ErrorType<?, ?> error) {
            errors.add(error);
            return this;
        }

        /** A client sends the parameters by name. */
        public Builder<R> byName() {
            byName = true;
            return this;
        }

        /** The handler may run on the thread that reads. */
        public Builder<R> nonBlocking() {
            nonBlocking = true;
            return this;
        }

        /** Calling it twice does no more than calling it once. */
        public Builder<R> idempotent() {
            idempotent = true;
            return this;
        }

        /** The handler's thread is not interrupted when the call is cancelled; it has to ask its context. */
        public Builder<R> uninterruptible() {
            interruptible = false;
            return this;
        }

        /** No log shows the result. */
        public Builder<R> secretResult() {
            secretResult = true;
            return this;
        }

        /** No log shows the values of members with these names. */
        public Builder<R> secretMembers(String... names) {
            secretMembers.addAll(List.of(names));
            return this;
        }

        /** The descriptor. */
        public MethodDescriptor<R> build() {
            return new MethodDescriptor<>(this, false);
        }
    }
}
