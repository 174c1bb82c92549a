package dev.parley.codegen.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A method of a service.
 *
 * @param name its name in Java
 * @param wireName its name on the wire, with the service's prefix
 * @param returns how a caller waits
 * @param result the type of the result; {@link Type#VOID} when there is none
 * @param parameters its parameters in order
 * @param errors the exception types that it declares
 * @param traits what else is said of it
 * @param secretMembers members of its types that logs must not show
 * @param docs its comment
 * @param place where it stands
 */
public record Method(
        String name,
        String wireName,
        Returns returns,
        Type result,
        List<Parameter> parameters,
        List<DeclaredError> errors,
        Set<Trait> traits,
        Set<String> secretMembers,
        Docs docs,
        Place place) {
    /** How a caller waits for the result. */
    public enum Returns {
        /** It blocks. */
        VALUE,
        /** It gets a {@code CompletableFuture}. */
        FUTURE,
        /** It gets a {@code CompletionStage}. */
        STAGE
    }

    /** What can be said of a method. */
    public enum Trait {
        /** It expects no answer. */
        NOTIFICATION,
        /** It never waits. */
        NON_BLOCKING,
        /** Calling it twice does no more than once. */
        IDEMPOTENT,
        /** Clients send its parameters by name. */
        BY_NAME,
        /** Logs must not show its result. */
        SECRET_RESULT,
        /** It should not be used any more. */
        DEPRECATED,
        /** It should not be used any more and will go. */
        FOR_REMOVAL,
        /** It has type parameters, which can't be. */
        GENERIC
    }

    /** Copies the lists. */
    public Method {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
        traits = Set.copyOf(traits);
        secretMembers = java.util.Collections.unmodifiableSet(new TreeSet<>(secretMembers));
    }

    /** Whether something was said of it. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether it has no result. */
    public boolean isVoid() {
        return result.equals(Type.VOID);
    }

    /** Whether it has variable arguments. */
    public boolean hasRest() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).rest();
    }

    /** Name and parameter types, for people: {@code find(int, String)}. */
    public String signature() {
        StringBuilder text = new StringBuilder(name).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(TypeText.of(parameters.get(i)));
        }
        return text.append(')').toString();
    }
}
