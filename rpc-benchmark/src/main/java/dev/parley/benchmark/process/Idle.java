package dev.parley.benchmark.process;

import java.io.IOException;
import java.util.List;

/**
 * What connections cost on which nothing happens, each after one call.
 *
 * @param residentKib KiB of the server's memory for each
 * @param liveKib KiB of its heap for each, after a collection
 */
public record Idle(double residentKib, double liveKib) {
    /**
     * For servers in Java. A heap that is resident from the start and never grows: else what a collector has touched by
     * chance is many times what the connections hold. The live part of the heap is then added by count.
     */
    public static final List<String> OPTIONS = List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch");

    /** A load before, so that the memory of compilers and buffers is there when counting begins. */
    private static final String BEFORE = "echo.16x16 5000";

    /**
     * Opens connections, and counts what came on top of the first.
     *
     * @param touched whether the server runs with {@link #OPTIONS}
     */
    public static Idle of(Pair pair, int connections, boolean touched) throws IOException {
        pair.client().ask("run " + BEFORE);
        pair.client().ask("open 1");
        double live = liveKib(pair);
        double resident = pair.server().residentKib();
        String answer = pair.client().ask("open " + connections);
        if (!answer.equals("right")) {
            throw new IOException("an answer was " + answer);
        }
        double moreLive = (liveKib(pair) - live) / (connections - 1);
        double moreResident = (pair.server().residentKib() - resident) / (connections - 1);
        return new Idle(touched ? moreResident + moreLive : moreResident, moreLive);
    }

    private static double liveKib(Pair pair) throws IOException {
        return Long.parseLong(pair.server().ask("live")) / 1024.0;
    }
}
