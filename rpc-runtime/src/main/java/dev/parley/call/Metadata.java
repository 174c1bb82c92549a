package dev.parley.call;

import org.jspecify.annotations.Nullable;

/** What belongs to a call beside its arguments, by name: headers of an exchange, or a member of the message. */
@FunctionalInterface
public interface Metadata {
    /** Nothing. */
    Metadata NONE = name -> null;

    /** The value under a name, compared without regard to case; null when there is none. */
    @Nullable
    String get(String name);
}
