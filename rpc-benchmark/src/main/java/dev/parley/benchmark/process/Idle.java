package dev.parley.benchmark.process;

import java.io.IOException;

/**
 * What connections cost on which nothing happens, each after one call.
 *
 * @param residentKib KiB of the server's resident memory for each
 * @param liveKib KiB of its heap for each, after a collection
 */
public record Idle(double residentKib, double liveKib) {
    /** Opens connections, and counts what came on top of the first. */
    public static Idle of(Pair pair, int connections) throws IOException {
        pair.client().ask("open 1");
        double live = Long.parseLong(pair.server().ask("live")) / 1024.0;
        double resident = pair.server().residentKib();
        String answer = pair.client().ask("open " + connections);
        if (!answer.equals("right")) {
            throw new IOException("an answer was " + answer);
        }
        double liveThen = Long.parseLong(pair.server().ask("live")) / 1024.0;
        double residentThen = pair.server().residentKib();
        return new Idle((residentThen - resident) / (connections - 1), (liveThen - live) / (connections - 1));
    }
}
