package dev.parley.codegen.model;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a service's method.
 *
 * @param name its name in Java
 * @param wireName its name on the wire
 * @param type its type; nullable when it may be left out
 * @param defaultText what it is when it is left out, as the source says it; null when nothing is said
 * @param rest whether it takes all arguments that are left
 * @param secret whether logs must not show it
 * @param demanded whether a call must give it though it may be null
 * @param place where it stands
 */
public record Parameter(
        String name,
        String wireName,
        Type type,
        @Nullable String defaultText,
        boolean rest,
        boolean secret,
        boolean demanded,
        Place place) {
    /** One that may be left out if its type has a value for that. */
    public Parameter(
            String name,
            String wireName,
            Type type,
            @Nullable String defaultText,
            boolean rest,
            boolean secret,
            Place place) {
        this(name, wireName, type, defaultText, rest, secret, false, place);
    }

    /** Whether a call must give it. */
    public boolean isRequired() {
        return demanded || defaultText == null && !rest && !mayBeAbsent();
    }

    /** Whether its type has a value for what was left out. */
    public boolean mayBeAbsent() {
        return type.isNullable() || type.isOptional();
    }
}
