package dev.parley.benchmark.attack;

import dev.parley.codec.JsonValue;
import dev.parley.peer.RpcServer;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The server under attack: a process of its own that answers each line with a line of figures. */
final class VictimMain {
    private VictimMain() {}

    public static void main(String[] arguments) throws IOException {
        try (RpcServer server = RpcServer.builder()
                        .method("echo", params -> params)
                        .method("big", params -> JsonValue.of("x".repeat(1 << 20)))
                        .listen("tcp://127.0.0.1:0")
                        .start();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(URI.create(server.uri()).getPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(line.equals("settled") ? settled(server) : now(server));
            }
        }
    }

    private static String settled(RpcServer server) {
        System.gc();
        System.gc();
        return now(server);
    }

    /** Heap, bytes of Netty's pool that are in use, connections. */
    private static String now(RpcServer server) {
        Runtime runtime = Runtime.getRuntime();
        long active = PooledByteBufAllocator.DEFAULT.pinnedDirectMemory();
        return runtime.totalMemory() - runtime.freeMemory() + " " + active + " "
                + server.peers().size();
    }
}
