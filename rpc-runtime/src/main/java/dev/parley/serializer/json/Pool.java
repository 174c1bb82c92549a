package dev.parley.serializer.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few objects for their next use, without locks. Not one to a thread: handlers run on virtual threads, of which
 * there are too many, each used once.
 */
final class Pool<T> {
    private static final int SLOTS = 16;

    private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS);

    /** One of the kept objects, or null. */
    @Nullable
    T take() {
        int start = start();
        for (int i = 0; i < SLOTS; i++) {
            int slot = (start + i) & (SLOTS - 1);
            if (slots.getPlain(slot) != null) {
                T kept = slots.getAndSet(slot, null);
                if (kept != null) {
                    return kept;
                }
            }
        }
        return null;
    }

    /** Keeps an object, or drops it when all places are taken. */
    void give(T object) {
        int start = start();
        for (int i = 0; i < SLOTS; i++) {
            int slot = (start + i) & (SLOTS - 1);
            if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, object)) {
                return;
            }
        }
    }

    /** Threads begin at different places, so that they seldom meet. */
    private static int start() {
        return (int) Thread.currentThread().getId();
    }
}
