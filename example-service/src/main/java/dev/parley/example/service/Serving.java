package dev.parley.example.service;

import dev.parley.description.Description;
import dev.parley.example.api.Directory;
import dev.parley.example.api.DirectorySkeleton;
import dev.parley.peer.RpcServer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Serves everything that the examples have, in all places that are asked for. */
final class Serving {
    static final String USAGE = "usage: serve --listen URI [--listen URI ...]";

    private Serving() {}

    /** A server with every service; {@code Main} and the demo add where it listens. */
    static RpcServer.Builder everything(Directory directory) {
        return RpcServer.builder()
                .service(new DirectorySkeleton(directory))
                .service(new SpecificationExamplesSkeleton(new Calculator()))
                .service(new GoEchoSkeleton(text -> ">" + text + "<"))
                .describedBy(Description.of("Phone book", "1.0.0"));
    }

    /**
     * Serves everything.
     *
     * @param words pairs of {@code --listen} and an address
     */
    static void run(List<String> words, PrintStream out) throws IOException, InterruptedException {
        RpcServer.Builder builder = everything(new PhoneBook());
        places(words).forEach(builder::listen);
        run(builder, out);
    }

    /** Serves until the process is asked to end; then lets calls in flight finish. */
    static void run(RpcServer.Builder builder, PrintStream out) throws IOException, InterruptedException {
        RpcServer server = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            // A process that was asked to end and did so in order has not failed.
            Runtime.getRuntime().halt(0);
        }));
        server.addresses().forEach(address -> out.println("listening " + address));
        out.flush();
        server.awaitClose();
    }

    private static List<String> places(List<String> words) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).equals("--listen") || i + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            places.add(words.get(i + 1));
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return places;
    }
}
