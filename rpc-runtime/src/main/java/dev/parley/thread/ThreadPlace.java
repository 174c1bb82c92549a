package dev.parley.thread;

import org.jspecify.annotations.Nullable;

/** What one thread does at the moment. A reader that comes to a thread again and again keeps it: looking it up takes time. */
public final class ThreadPlace {
    private static final ThreadLocal<ThreadPlace> PLACE = ThreadLocal.withInitial(ThreadPlace::new);

    private final Thread thread = Thread.currentThread();
    private @Nullable Occupation current;

    private ThreadPlace() {}

    /** The current thread's. */
    public static ThreadPlace here() {
        return PLACE.get();
    }

    /** The current thread's, without a lookup if the caller kept the right one. */
    public static ThreadPlace here(@Nullable ThreadPlace kept) {
        return kept != null && kept.thread == Thread.currentThread() ? kept : PLACE.get();
    }

    /** What the thread does; null when it does nothing for a connection. */
    public @Nullable Occupation current() {
        return current;
    }

    /** Sets what the thread does. */
    public void become(@Nullable Occupation now) {
        current = now;
    }
}
