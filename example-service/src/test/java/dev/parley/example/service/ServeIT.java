package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code java -jar example-service.jar serve}. */
@Timeout(120)
class ServeIT {
    private static final String ECHO = "{\"method\":\"RPCFunc.Echo\",\"params\":[\"x\"],\"id\":1}";
    private static final String UNKNOWN = "{\"method\":\"RPCFunc.Nope\",\"params\":[\"x\"],\"id\":1}";

    @TempDir
    private Path folder;

    @Test
    void saysWhereItListensAndEndsInOrder() throws Exception {
        Path socket = folder.resolve("book.sock");
        try (Running server = Jar.serve("tcp://127.0.0.1:0", "unix:" + socket, "tcp://127.0.0.1:0?dialect=go")) {
            String tcp = server.outputAfter("listening tcp://127.0.0.1:");
            String unix = server.outputAfter("listening unix:");
            String go = server.outputAfter("listening tcp://127.0.0.1:");
            assertThat(List.of(tcp, go)).allMatch(port -> Integer.parseInt(port) > 0);
            assertThat(unix).isEqualTo(socket.toString());
            answers("tcp://127.0.0.1:" + tcp);
            answers("unix:" + unix);

            server.terminate();
            Running.Ended ended = server.ended();
            assertThat(ended.status()).isZero();
            assertThat(ended.output()).hasSize(3);
            assertThat(ended.errors()).isEmpty();
            assertThat(socket).doesNotExist();
        }
    }

    private static void answers(String uri) throws IOException {
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"hello\"],\"id\":\"a\"}");
            assertThat(connection.line()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":\"hello\"}");
        }
    }

    @Test
    void tellsTwoDialectsApartAndSpeaksAThirdWhereItIsTold() throws Exception {
        try (Running server = Jar.serve("tcp://127.0.0.1:0", "tcp://127.0.0.1:0?dialect=go")) {
            try (RawConnection detecting = new RawConnection(server.outputAfter("listening "))) {
                detecting.send(UNKNOWN);
                assertThat(detecting.line())
                        .isEqualTo(
                                "{\"id\":1,\"result\":null,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
                detecting.send("{\"jsonrpc\":\"2.0\"," + UNKNOWN.substring(1));
                assertThat(detecting.line())
                        .isEqualTo(
                                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
            }
            try (RawConnection go = new RawConnection(server.outputAfter("listening "))) {
                go.send(ECHO);
                assertThat(go.line()).isEqualTo("{\"id\":1,\"result\":\">x<\",\"error\":null}");
                go.send(UNKNOWN);
                assertThat(go.line()).isEqualTo("{\"id\":1,\"result\":null,\"error\":\"Method not found\"}");
            }
        }
    }

    @Test
    void finishesACallInFlightBeforeItEnds() throws Exception {
        try (Running server = Jar.main(InteropServer.class, "tcp://127.0.0.1:0")) {
            String uri = server.outputAfter("listening ");
            try (RawConnection connection = new RawConnection(uri)) {
                connection.send(
                        "{\"method\":\"RPCFunc.Sleep\",\"params\":[{\"Ms\":1500,\"Tag\":\"done\"}],\"id\":2}" + ECHO);
                // Requests start in order of arrival: once the second is answered, the first is in flight.
                assertThat(connection.line()).isEqualTo("{\"id\":1,\"result\":\">x<\",\"error\":null}");
                server.terminate();
                assertThat(connection.line()).isEqualTo("{\"id\":2,\"result\":\"done\",\"error\":null}");
                assertThat(connection.line()).isNull();
                assertThat(server.ended().status()).isZero();
                assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new RawConnection(uri).close());
            }
        }
    }

    @Test
    void saysThatAnAddressIsTaken() throws Exception {
        Path socket = folder.resolve("book.sock");
        try (Running server = Jar.serve("tcp://127.0.0.1:0", "unix:" + socket)) {
            String tcp = server.outputAfter("listening ");
            server.outputAfter("listening ");
            assertThat(Jar.run("serve", "--listen", tcp))
                    .isEqualTo(failed(
                            1,
                            tcp + " is taken: somebody listens there already."
                                    + " Close that listener, or choose another port."));
            Running.Ended second = Jar.run("serve", "--listen", "unix:" + socket);
            assertThat(second.status()).isEqualTo(1);
            assertThat(second.errors()).singleElement().asString().startsWith("unix:" + socket + " is taken");
            answers("unix:" + socket);
        }
    }

    @Test
    void takesOverTheSocketOfAServerThatDied() throws Exception {
        Path socket = folder.resolve("book.sock");
        try (Running died = Jar.serve("unix:" + socket)) {
            died.outputAfter("listening ");
        }
        assertThat(Files.exists(socket)).isTrue();
        try (Running server = Jar.serve("unix:" + socket)) {
            answers("unix:" + server.outputAfter("listening unix:"));
        }
    }

    @Test
    void refusesWhatMakesNoSense() throws Exception {
        assertThat(Jar.run("serve")).isEqualTo(failed(2, Serving.USAGE));
        assertThat(Jar.run("serve", "--listen")).isEqualTo(failed(2, Serving.USAGE));
        assertThat(Jar.run("serve", "tcp://127.0.0.1:0")).isEqualTo(failed(2, Serving.USAGE));
        assertThat(Jar.run("serve", "--listen", "tcp://127.0.0.1:0?dialect=3.0"))
                .isEqualTo(failed(2, "there is no dialect \"3.0\"; there are 2.0, 1.0, go"));
        assertThat(Jar.run("serve", "--listen", "ftp://127.0.0.1:0"))
                .isEqualTo(failed(
                        2, "there is no transport for \"ftp://127.0.0.1:0\": \"ftp\" is none of memory, tcp, unix"));
    }

    private static Running.Ended failed(int status, String message) {
        return new Running.Ended(status, List.of(), List.of(message));
    }
}
