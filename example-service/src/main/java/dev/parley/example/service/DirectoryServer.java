package dev.parley.example.service;

import dev.parley.description.Description;
import dev.parley.example.api.DirectorySkeleton;
import dev.parley.peer.RpcServer;
import java.io.IOException;

/** Serves the phone book until the process ends. */
public final class DirectoryServer {
    private DirectoryServer() {}

    /** Listens at the address that the command line names. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (RpcServer server = RpcServer.builder()
                .service(new DirectorySkeleton(new PhoneBook()))
                .describedBy(Description.of("Phone book", "1.0.0"))
                .listen(args.length > 0 ? args[0] : "tcp://127.0.0.1:4000")
                .start()) {
            System.out.println("listening " + server.uri());
            server.awaitClose();
        }
    }
}
