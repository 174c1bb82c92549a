package dev.parley.example.service;

import dev.parley.contract.MethodDescriptor;
import dev.parley.example.api.DirectoryClient;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.peer.WireLog;
import dev.parley.serializer.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows every kind of call over every transport, as it goes over the wire, and publishes the description. */
public final class Demo {
    private final Path folder;

    private Demo(Path folder) {
        this.folder = folder;
    }

    /** Runs the demo; the one argument is a folder for the socket and the description. */
    public static void main(String[] args) throws Exception {
        new Demo(Path.of(args.length > 0 ? args[0] : ".").toAbsolutePath()).run();
    }

    private void run() throws Exception {
        List<String> places = List.of(
                "tcp://127.0.0.1:0",
                "unix:" + folder.resolve("demo.sock"),
                "memory:demo",
                "tcp://127.0.0.1:0?dialect=1.0");
        RpcServer.Builder builder = Serving.everything();
        places.forEach(builder::listen);
        try (RpcServer server = builder.start()) {
            for (int i = 0; i < places.size(); i++) {
                String uri = server.addresses().get(i).toUri();
                int options = places.get(i).indexOf('?');
                call(options < 0 ? uri : uri + places.get(i).substring(options));
            }
            publish(server.uri());
        }
    }

    /** Calls every method of the generated client. */
    private static void call(String uri) throws IOException {
        System.out.println();
        System.out.println("== " + uri);
        try (Peer peer = Peer.builder().wireLog(WireLog.to(System.out)).connect(uri)) {
            DirectoryClient directory = new DirectoryClient(peer);
            directory.echo("hello world");
            directory.search(null, "Python", null);
            directory.uname();
            directory.log("somebody runs the demo");
            directory.async().search(42, null, null).join();
            DirectoryClient.Batch batch = directory.batch();
            batch.echo("first");
            batch.log("in between");
            batch.search(null, null, "Monty");
            batch.send().join();
            directory.call("subtract", JsonValue.array(JsonValue.of(42), JsonValue.of(23)));
        }
    }

    private void publish(String uri) throws IOException {
        try (Peer peer = Peer.connect(uri)) {
            JsonValue description = peer.call(MethodDescriptor.untyped("rpc.discover"), (Object) null);
            Path file = folder.resolve("openrpc.json");
            Files.writeString(file, description + "\n");
            System.out.println();
            System.out.println("== the description of " + uri + " is in " + file);
        }
    }
}
