package dev.parley.benchmark.process;

import dev.parley.benchmark.load.Result;

/**
 * One round: what the client counted, and what both processes used for it.
 *
 * @param result the client's count
 * @param serverCpu processor seconds of the server
 * @param clientCpu processor seconds of the client
 * @param serverAllocated bytes that the server's threads allocated; the client's stand in its count
 * @param serverKib resident memory of the server afterwards
 * @param clientKib resident memory of the client afterwards
 */
public record Measured(
        Result result, double serverCpu, double clientCpu, long serverAllocated, long serverKib, long clientKib) {
    /** Of a number for the whole round, the part of one call. */
    public double perCall(double all) {
        return all / Math.max(1, result.calls());
    }

    /** Processor seconds of both sides for 100,000 calls. */
    public double cpu() {
        return perCall(serverCpu + clientCpu) * 100_000;
    }
}
