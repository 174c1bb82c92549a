package dev.parley.benchmark.process;

import java.io.IOException;

/**
 * How long it takes from nothing to the first answer.
 *
 * @param listening milliseconds from the start of the server's process until it listens
 * @param answered milliseconds from the start of the client's process until it has an answer
 */
public record Startup(double listening, double answered) {
    /** Starts two processes and makes one call. */
    public static Startup of(Pair.Launcher launcher) throws IOException {
        long start = System.nanoTime();
        try (Child server = new Child(launcher.server())) {
            int port = Integer.parseInt(server.line());
            long listening = System.nanoTime();
            try (Child client = new Child(launcher.client(port))) {
                String answer = client.ask("first");
                long answered = System.nanoTime();
                if (!answer.equals("right")) {
                    throw new IOException("the first answer was " + answer);
                }
                return new Startup((listening - start) / 1e6, (answered - listening) / 1e6);
            }
        }
    }

    /** Both together. */
    public double millis() {
        return listening + answered;
    }
}
