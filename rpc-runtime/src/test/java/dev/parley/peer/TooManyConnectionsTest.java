package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections beyond the limit of a listener. */
@Timeout(60)
class TooManyConnectionsTest {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.untyped("echo");
    private static final Limits ONE = Limits.DEFAULT.change().connections(1).build();

    private static RpcServer serve(String place) throws IOException {
        return RpcServer.builder()
                .method("echo", params -> params)
                .limits(ONE)
                .listen(place)
                .start();
    }

    private static Socket connect(RpcServer server) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.uri()).getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSocketTooManyIsToldWhy() throws IOException {
        try (RpcServer server = serve("tcp://127.0.0.1:0");
                Peer first = Peer.connect(server.uri())) {
            assertThat(first.call(ECHO, JsonValue.array())).isEqualTo(JsonValue.array());
            try (Socket second = connect(server)) {
                assertThat(readAll(second))
                        .isEqualTo(
                                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32009,\"message\":\"Server busy\","
                                        + "\"data\":\"the server holds 1 connections, as many as it allows\"}}\n");
            }
            assertThat(first.call(ECHO, JsonValue.array())).isEqualTo(JsonValue.array());
        }
    }

    /** Each that is refused holds a descriptor until it has closed its own end, or for a second. */
    @Test
    void whoeverDoesNotCloseKeepsOthersFromBeingAccepted() throws IOException {
        try (RpcServer server = serve("tcp://127.0.0.1:0");
                Peer first = Peer.connect(server.uri())) {
            assertThat(first.call(ECHO, JsonValue.array())).isEqualTo(JsonValue.array());
            List<Socket> more = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                more.add(connect(server));
            }
            for (Socket socket : more) {
                assertThat(readAll(socket)).contains("as many as it allows");
                socket.close();
            }
            assertThat(first.call(ECHO, JsonValue.array())).isEqualTo(JsonValue.array());
        }
    }

    @Test
    void aMemoryConnectionTooManyIsToldWhy() throws IOException {
        try (RpcServer server = serve("memory:too-many");
                Peer first = Peer.connect("memory:too-many")) {
            assertThat(first.call(ECHO, JsonValue.array())).isEqualTo(JsonValue.array());
            try (Peer second = Peer.connect("memory:too-many")) {
                assertThatThrownBy(() -> second.call(ECHO, JsonValue.array()))
                        .hasMessageEndingWith(
                                "was closed by the peer: the server holds 1 connections," + " as many as it allows");
            }
            assertThat(server.peers()).hasSize(1);
        }
    }
}
