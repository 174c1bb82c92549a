package dev.parley.thread;

import org.jspecify.annotations.Nullable;

/** What a thread does for a connection. */
public interface Occupation {
    /** The call that the thread runs; null between calls. */
    @Nullable
    Object call();
}
