package dev.parley.benchmark.load;

/**
 * What one run came to.
 *
 * @param calls how many were answered
 * @param nanos how long it took until all were
 * @param p50 the duration that half of the calls did not exceed, in nanoseconds
 * @param p99 the same for 99 of 100
 * @param wrong how many answers were wrong, or no answer
 * @param allocated bytes that all threads of the client allocated
 */
public record Result(long calls, long nanos, long p50, long p99, long wrong, long allocated) {
    /** One line, for another process. */
    public String toLine() {
        return calls + " " + nanos + " " + p50 + " " + p99 + " " + wrong + " " + allocated;
    }

    /** The same back. */
    public static Result of(String line) {
        String[] parts = line.split(" ");
        return new Result(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    /** Calls in a second. */
    public double rate() {
        return calls * 1e9 / nanos;
    }
}
