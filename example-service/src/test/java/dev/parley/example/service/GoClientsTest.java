package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.peer.RpcServer;
import dev.parley.transport.Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Go's real client, and the same dialect by raw socket, call our server. */
class GoClientsTest {
    private static final Pattern ALL_HELD = Pattern.compile("\\w+: (\\d+) of \\1 checks held.*");

    @TempDir
    private Path folder;

    private RpcServer server;
    private String port;
    private String socket;

    @BeforeEach
    void serve() throws Exception {
        socket = folder.resolve("go.sock").toString();
        server = InteropServer.serving("tcp://127.0.0.1:0?dialect=go", "unix:" + socket + "?dialect=go")
                .start();
        Address tcp = server.addresses().get(0);
        port = Integer.toString(URI.create(tcp.toUri()).getPort());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goClientOverTcp() throws Exception {
        allHeld(goClient(), "-n", "500", "127.0.0.1", port);
    }

    @Test
    void goClientOverAUnixSocket() throws Exception {
        allHeld(goClient(), "-unix", "-n", "500", socket, "-");
    }

    @Test
    void rawDialectOverTcp() throws Exception {
        allHeld(Programs.find("python3"), rawDialect(), "--parity", "127.0.0.1", port);
    }

    @Test
    void rawDialectOverAUnixSocket() throws Exception {
        allHeld(Programs.find("python3"), rawDialect(), "--parity", socket, "-");
    }

    private static String goClient() throws Exception {
        return GoPrograms.build(Programs.interop("go/go_client.go"));
    }

    private static String rawDialect() {
        return Programs.interop("py/go_dialect_raw.py").toString();
    }

    private static void allHeld(String... command) throws Exception {
        try (Running check = Running.start(command)) {
            Running.Ended ended = check.ended();
            assertThat(ended.errors()).isEmpty();
            assertThat(ended.output()).singleElement().asString().matches(ALL_HELD);
            assertThat(ended.status()).isZero();
        }
    }
}
