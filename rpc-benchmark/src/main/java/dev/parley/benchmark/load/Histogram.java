package dev.parley.benchmark.load;

/** Counts durations in steps of 3 %. For one thread. */
final class Histogram {
    private static final int STEP_BITS = 5;
    private static final int STEPS = 1 << STEP_BITS;

    private final long[] counts = new long[STEPS * (Long.SIZE - STEP_BITS)];

    void add(long nanos) {
        counts[index(Math.max(0, nanos))]++;
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    /** The duration that a share of all did not exceed, in nanoseconds; 0 when there are none. */
    long percentile(double share) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return value(i);
            }
        }
        return 0;
    }

    private static int index(long nanos) {
        int shift = Math.max(0, Long.SIZE - STEP_BITS - 1 - Long.numberOfLeadingZeros(nanos));
        return (int) (nanos >>> shift) + shift * STEPS;
    }

    private static long value(int index) {
        if (index < 2 * STEPS) {
            return index;
        }
        int shift = index / STEPS - 1;
        return (long) (index - shift * STEPS) << shift;
    }
}
