package dev.parley.contract;

import org.jspecify.annotations.Nullable;

/** Something that can be called: what a generated skeleton is. Safe for many threads if its implementation is. */
public interface Service {
    /** Its methods. */
    ServiceDescriptor descriptor();

    /**
     * Calls the method at an index of the descriptor.
     *
     * @return the result, or a {@link java.util.concurrent.CompletionStage} of it; null for a method without one
     * @throws Throwable what the implementation throws
     */
    @Nullable
    Object call(int method, Arguments arguments) throws Throwable;
}
