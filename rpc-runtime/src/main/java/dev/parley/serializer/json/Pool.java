package dev.parley.serializer.json;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few objects for their next use, without locks. Not one to a thread: handlers run on virtual threads, of which
 * there are too many, each used once.
 */
final class Pool<T> {
    private static final int SLOTS = 16;

    /** How far they lie apart: in one line of the caches, threads would wait for each other though they never meet. */
    private static final int STRIDE = 32;

    private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>((SLOTS + 1) * STRIDE);

    /** One of the kept objects, or null. */
    @Nullable
    T take() {
        int start = start();
        for (int i = 0; i < SLOTS; i++) {
            int slot = slot(start + i);
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
            int slot = slot(start + i);
            if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, object)) {
                return;
            }
        }
    }

    private static int slot(int number) {
        return ((number & SLOTS - 1) + 1) * STRIDE;
    }

    /** Threads begin at different places, so that they seldom meet. */
    private static int start() {
        return (int) Thread.currentThread().getId();
    }
}
