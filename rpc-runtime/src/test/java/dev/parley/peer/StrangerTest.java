package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that speak HTTP, TLS or SSH. */
@Timeout(60)
class StrangerTest {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.untyped("echo");

    @ParameterizedTest
    @ValueSource(strings = {"line", "json", "length"})
    void aLineInTheBodyOfAnHttpRequestRunsNoCall(String framing) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (RpcServer server = RpcServer.builder()
                        .method("run", params -> JsonValue.of(calls.incrementAndGet()))
                        .listen("tcp://127.0.0.1:0?framing=" + framing)
                        .start();
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(),
                        URI.create(server.uri()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(
                            ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 46\r\n\r\n"
                                            + "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"run\",\"params\":[]}\n")
                                    .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).doesNotContain("\"result\"");
            assertThat(answer).contains("the peer speaks HTTP: it began with \\\"POST / HTTP/1.1\\\"");
            assertThat(calls).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.1 400 Bad Request | HTTP: it began with "HTTP/1.1 400 Bad Request"
            SSH-2.0-OpenSSH_9.2 | SSH: it began with "SSH-2.0-OpenSSH_9.2"
            """)
    void aCallLearnsWhatAnswered(String line, String said) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().read();
                    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Peer client = Peer.connect("tcp://127.0.0.1:" + server.getLocalPort())) {
                assertThatThrownBy(() -> client.call(ECHO, JsonValue.array()))
                        .isInstanceOf(RpcConnectionException.class)
                        .hasMessage("the connection to tcp 127.0.0.1:" + server.getLocalPort()
                                + " was closed, because the peer speaks " + said);
            }
            answered.get(20, TimeUnit.SECONDS);
        }
    }
}
