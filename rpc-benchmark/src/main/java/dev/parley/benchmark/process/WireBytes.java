package dev.parley.benchmark.process;

import dev.parley.benchmark.load.Result;
import java.io.IOException;

/**
 * What a call costs on the wire, without TCP's own part.
 *
 * @param request bytes to the server
 * @param reply bytes back
 */
public record WireBytes(double request, double reply) {
    private static final long MILLIS = 500;

    /** Counts the bytes of a workload on one connection. */
    public static WireBytes of(Pair pair, String workload) throws IOException {
        try (Relay relay = new Relay(pair.port());
                Child client = pair.clientBy(relay.port())) {
            client.ask("first");
            long requests = relay.requests();
            long replies = relay.replies();
            Result result = Result.of(client.ask("run " + workload + " " + MILLIS));
            return new WireBytes(
                    (double) (relay.requests() - requests) / result.calls(),
                    (double) (relay.replies() - replies) / result.calls());
        }
    }
}
