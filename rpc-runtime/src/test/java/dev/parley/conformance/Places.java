package dev.parley.conformance;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses in memory that nobody else has. */
public final class Places {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Places() {}

    /** The next, with options such as {@code ?dialect=go}. */
    public static String next(String options) {
        return "memory:place" + NUMBER.incrementAndGet() + options;
    }
}
