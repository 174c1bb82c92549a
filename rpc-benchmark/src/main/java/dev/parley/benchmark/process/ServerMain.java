package dev.parley.benchmark.process;

import dev.parley.benchmark.contender.Contenders;
import dev.parley.benchmark.load.Allocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The server process of a contender. It ends with its standard input. */
public final class ServerMain {
    private ServerMain() {}

    /** Serves the contender that is named. */
    public static void main(String[] args) throws Exception {
        int port = Contenders.named(args[0]).maker().get().serve();
        System.out.println(port);
        answer();
        System.exit(0);
    }

    private static void answer() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(
                    switch (line) {
                        case "allocated" -> Allocation.bytes();
                        case "live" -> LiveHeap.bytes();
                        default -> throw new IllegalArgumentException("a server does not know " + line);
                    });
        }
    }
}
