package dev.parley.call;

import org.jspecify.annotations.Nullable;

/** What can be called on one connection. */
@FunctionalInterface
public interface Methods {
    /** Where calls of a name go, given its UTF-8 bytes; null when there is no such method. */
    @Nullable
    Target find(byte[] bytes, int from, int to);
}
