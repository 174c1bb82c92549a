package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.example.api.DirectorySkeleton;
import dev.parley.peer.RpcServer;
import dev.parley.serializer.binary.BinarySerializer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client in Python, with the CBOR library that people use there. */
@Timeout(120)
class CborClientTest {
    private static final String CLIENT =
            Path.of("src", "test", "python", "cbor_client.py").toString();

    @Test
    void callsOurServerInCbor() throws Exception {
        String python = Programs.python("cbor2");
        try (RpcServer server = RpcServer.builder()
                        .service(new DirectorySkeleton(new PhoneBook(line -> {})))
                        .serializer(BinarySerializer.cbor())
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Running running = Running.start(
                        python,
                        CLIENT,
                        "127.0.0.1",
                        Integer.toString(URI.create(server.uri()).getPort()))) {
            assertThat(running.ended()).isEqualTo(new Running.Ended(0, List.of("all answers are right"), List.of()));
        }
    }
}
