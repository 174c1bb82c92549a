package dev.parley.peer;

import dev.parley.codec.JsonValue;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A program that starts a server and does nothing else. */
public final class LonelyServer {
    private LonelyServer() {}

    /** With an argument, the server does not keep the process alive. */
    public static void main(String[] args) throws IOException {
        CompletableFuture<RpcServer> started = new CompletableFuture<>();
        RpcServer.Builder builder = RpcServer.builder()
                .method("stop", params -> {
                    started.join().close();
                    return JsonValue.of("stopped");
                })
                .listen("tcp://127.0.0.1:0");
        RpcServer server = (args.length == 0 ? builder : builder.daemon()).start();
        started.complete(server);
        System.out.println(server.uri());
    }
}
