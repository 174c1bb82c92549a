package dev.parley.example.service;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.example.api.DirectoryClient;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.peer.WireLog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Shows every kind of call over every transport, as it goes over the wire, and publishes the description. */
public final class Demo {
    private final Path folder;
    private final PrintStream out;

    private Demo(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Runs the demo; the one argument is a folder for the description. */
    public static void main(String[] args) throws Exception {
        new Demo(Path.of(args.length > 0 ? args[0] : ".").toAbsolutePath(), System.out).run();
    }

    private void run() throws Exception {
        // A socket's path may have some hundred characters, which a folder of a build can be beyond.
        Path sockets = Files.createTempDirectory("parley");
        try {
            serveAndCall(places(sockets));
        } finally {
            Files.delete(sockets);
        }
        out.println();
        out.println("Every call was answered as it should be.");
    }

    /** Addresses, and what to call them. */
    private static Map<String, String> places(Path sockets) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("tcp://127.0.0.1:0", "TCP");
        places.put("unix:" + sockets.resolve("demo.sock"), "a Unix domain socket");
        places.put("memory:demo", "memory, within one process");
        places.put("tcp://127.0.0.1:0?dialect=1.0", "TCP, in JSON-RPC 1.0");
        return places;
    }

    private void serveAndCall(Map<String, String> places) throws Exception {
        RpcServer.Builder builder = Serving.everything(new PhoneBook(this::note));
        places.keySet().forEach(builder::listen);
        out.println("A phone book is served in " + places.size() + " places. Each is called by every method of the"
                + " generated client.");
        out.println("--> is what goes to the server, <-- what comes back, as it goes over the wire.");
        try (RpcServer server = builder.start()) {
            int listener = 0;
            for (Map.Entry<String, String> place : places.entrySet()) {
                call(place.getValue(), server.addresses().get(listener++).toUri());
            }
            publish(server.uri());
        }
    }

    /** Calls every method of the generated client. */
    private void call(String transport, String uri) throws Exception {
        out.println();
        out.println("== over " + transport + ": " + uri);
        Peer peer = Peer.builder().wireLog(WireLog.to(this::wire)).connect(uri);
        try (peer) {
            DirectoryClient directory = new DirectoryClient(peer);
            waitFor(directory);
            doNotWait(directory);
            together(directory);
            untyped(directory);
        }
        // The next heading comes after this connection's last line.
        peer.ended().join();
    }

    private void waitFor(DirectoryClient directory) {
        step("directory.echo(\"hello world\")");
        require(directory.echo("hello world").equals("hello world"));
        step("directory.search(null, \"Python\", null)");
        require(directory.search(null, "Python", null).size() == 2);
        step("directory.uname()");
        require(directory.uname().size() == 5);
        step("directory.log(\"somebody runs the demo\"), a notification: nothing comes back");
        directory.log("somebody runs the demo");
    }

    private void doNotWait(DirectoryClient directory) {
        step("directory.async().search(42, null, null)");
        require(directory.async().search(42, null, null).join().size() == 1);
        step("directory.notifying().echo(\"anybody?\"), a call whose answer nobody wants");
        directory.notifying().echo("anybody?");
    }

    private void together(DirectoryClient directory) {
        step("directory.batch(): echo, log and search");
        DirectoryClient.Batch batch = directory.batch();
        CompletableFuture<String> echo = batch.echo("first");
        batch.log("in between");
        CompletableFuture<?> search = batch.search(null, null, "Monty");
        batch.send().join();
        require(echo.join().equals("first") && search.isDone());
    }

    private void untyped(DirectoryClient directory) {
        step("directory.call(\"subtract\", [42, 23]), a method by its name");
        JsonValue difference = directory.call("subtract", JsonValue.array(JsonValue.of(42), JsonValue.of(23)));
        require(difference.equals(JsonValue.of(19)));
    }

    private void publish(String uri) throws IOException {
        out.println();
        out.println("== the description");
        step("rpc.discover, into a file");
        try (Peer peer = Peer.connect(uri)) {
            JsonValue description = peer.call(MethodDescriptor.untyped("rpc.discover"), (Object) null);
            Path file = folder.resolve("openrpc.json");
            Files.writeString(file, description + "\n");
            out.println("    " + uri + " describes itself, by OpenRPC, in " + file);
        }
    }

    private void step(String what) {
        out.println("  " + what);
    }

    private void wire(String line) {
        out.println("    " + line);
    }

    private void note(String line) {
        out.println("    (the phone book notes: " + line + ")");
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalStateException("that was answered otherwise than it should be");
        }
    }
}
