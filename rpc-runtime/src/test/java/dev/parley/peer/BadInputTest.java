package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.SpecService;
import dev.parley.contract.MethodDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger may send over a socket: it gets the error that fits or is cut off, and nobody else notices. */
@Timeout(60)
class BadInputTest {
    private static final Limits LIMITS =
            Limits.DEFAULT.change().messageBytes(2_000_000).connections(3).build();
    private static final String ALIVE = "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2],\"id\":\"alive\"}\n";
    private static final String ALIVE_ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":\"alive\",\"result\":3}\n";

    @TempDir
    private Path folder;

    private String place(String transport) throws IOException {
        return transport.startsWith("unix")
                ? "unix:" + Files.createTempDirectory(folder, "s").resolve("s") + transport.substring(4)
                : "tcp://127.0.0.1:0" + transport.substring(3);
    }

    private static RpcServer serve(String place) throws IOException {
        return serve(place, LIMITS);
    }

    private static RpcServer serve(String place, Limits limits) throws IOException {
        return RpcServer.builder()
                .service(new SpecService())
                .limits(limits)
                .listen(place)
                .start();
    }

    private static SocketChannel connect(String uri) throws IOException {
        String place = uri.replaceFirst("\\?.*", "");
        if (place.startsWith("unix:")) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(place.substring(5)));
            return channel;
        }
        String port = place.substring(place.lastIndexOf(':') + 1);
        SocketAddress address = new InetSocketAddress("127.0.0.1", Integer.parseInt(port));
        return SocketChannel.open(address);
    }

    /** Sends, ends the output unless told otherwise, and gives all that comes until the server closes. */
    private static String everything(SocketChannel channel, String sent, boolean halfClose) throws IOException {
        OutputStream out = Channels.newOutputStream(channel);
        try {
            out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
            if (halfClose) {
                channel.shutdownOutput();
            }
        } catch (IOException e) {
            // It was cut off before it had sent all; what it was told may still be read.
        }
        try (InputStream in = Channels.newInputStream(channel)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String error(int code, String message, String data) {
        return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\""
                + (data.isEmpty() ? "" : ",\"data\":\"" + data + "\"") + "}}\n";
    }

    /** What is sent, and everything that is answered before the server closes; for the framing that follows values. */
    record Bad(String name, String sent, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> badInput() {
        List<Bad> all = List.of(
                new Bad("garbage", "@@@", error(-32700, "Parse error", "'@' can't start a message")),
                new Bad(
                        "http",
                        "GET / HTTP/1.1\r\n\r\n",
                        error(-32700, "Parse error", "the peer speaks HTTP: it began with \\\"GET / HTTP/1.1\\\"")),
                new Bad(
                        "brackets",
                        "[".repeat(1 << 20),
                        error(-32700, "Parse error", "the message nests deeper than the limit of 128")),
                new Bad(
                        "too large",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"" + "x".repeat(2_000_000),
                        error(-32007, "Request too large", "the message is larger than the limit of 2000000 bytes")),
                new Bad(
                        "half a message",
                        "{\"jsonrpc\":\"2.0\",\"met",
                        error(-32700, "Parse error", "the input ended within a message")),
                new Bad(
                        "no JSON inside brackets",
                        "{\"jsonrpc\" 2.0}",
                        error(-32700, "Parse error", "expected ':', found '2' at byte 11")),
                new Bad("bad UTF-8", "[\"\u00ff\"]", error(-32700, "Parse error", "not UTF-8 at byte 2")),
                new Bad("nothing", "", ""),
                new Bad("white space", " \r\n\t ", ""),
                new Bad(
                        "wrong types",
                        "{\"jsonrpc\":2,\"method\":[]}5",
                        error(-32600, "Invalid Request", "").repeat(2)),
                new Bad(
                        "good before garbage",
                        ALIVE + "@",
                        ALIVE_ANSWER + error(-32700, "Parse error", "'@' can't start a message")));
        return Stream.of("tcp", "unix").flatMap(transport -> all.stream().map(bad -> Arguments.of(transport, bad)));
    }

    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsAnsweredAndCutOffAndNobodyElseNotices(String transport, Bad bad) throws Exception {
        try (RpcServer server = serve(place(transport));
                Peer other = Peer.connect(server.uri())) {
            MethodDescriptor<JsonValue> sum = MethodDescriptor.untyped("sum");
            assertThat(other.call(sum, JsonValue.nothing())).isEqualTo(JsonValue.of(0));
            for (int i = 0; i < 5; i++) {
                // The answer to a call may come after that to what followed it.
                assertThat(everything(connect(server.addresses().get(0).toString()), bad.sent(), true)
                                .lines())
                        .containsExactlyInAnyOrderElementsOf(
                                bad.answer().lines().toList());
            }
            assertThat(other.call(sum, JsonValue.array(JsonValue.of(2)))).isEqualTo(JsonValue.of(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp?framing=line", "unix?framing=line"})
    void aBadLineCostsThatLineOnly(String transport) throws Exception {
        try (RpcServer server = serve(place(transport))) {
            assertThat(everything(
                            connect(server.addresses().get(0).toString()),
                            "@\n" + ALIVE + "{\"a\"\n" + "x".repeat(2_000_001) + "\n" + ALIVE,
                            true))
                    .satisfies(all -> assertThat(all.lines().map(line -> line.replaceAll(",\"data\".*", "") + "\n"))
                            .containsExactlyInAnyOrder(
                                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"\n",
                                    ALIVE_ANSWER,
                                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"\n",
                                    "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32007,\"message\":\"Request too large\"\n",
                                    ALIVE_ANSWER));
        }
    }

    @Test
    void aMessageThatDoesNotEndIsCutOff() throws Exception {
        Limits impatient =
                LIMITS.change().partialMessageTimeout(Duration.ofMillis(300)).build();
        try (RpcServer server = serve(place("tcp"), impatient)) {
            assertThat(everything(connect(server.addresses().get(0).toString()), ALIVE + "{\"jsonrpc\"", false))
                    .startsWith(ALIVE_ANSWER)
                    .contains("-32700");
        }
    }

    private static final String TOO_MANY =
            error(-32009, "Server busy", "the server holds 3 connections, as many as it allows");

    @Test
    void connectionsAreLimitedAndComeFreeAgain() throws Exception {
        try (RpcServer server = serve(place("tcp"));
                SocketChannel first = connect(server.addresses().get(0).toString());
                SocketChannel second = connect(server.addresses().get(0).toString());
                SocketChannel third = connect(server.addresses().get(0).toString())) {
            for (SocketChannel each : List.of(first, second, third)) {
                assertThat(ask(each, ALIVE)).isEqualTo(ALIVE_ANSWER);
            }
            assertThat(everything(connect(server.addresses().get(0).toString()), "", false))
                    .isEqualTo(TOO_MANY);
            third.close();
            String answer = TOO_MANY;
            while (answer.equals(TOO_MANY)) {
                // The server has to notice the close first.
                answer = unlessRefused(connect(server.addresses().get(0).toString()));
            }
            assertThat(answer).isEqualTo(ALIVE_ANSWER);
        }
    }

    /** A server that closes before it has read what it was sent resets the connection: that too is a refusal. */
    private static String unlessRefused(SocketChannel channel) throws IOException {
        try {
            return everything(channel, ALIVE, true);
        } catch (SocketException e) {
            return TOO_MANY;
        }
    }

    private static String ask(SocketChannel channel, String request) throws IOException {
        Channels.newOutputStream(channel).write(request.getBytes(StandardCharsets.UTF_8));
        InputStream in = Channels.newInputStream(channel);
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.read()) >= 0; ) {
            line.append((char) c);
            if (c == '\n') {
                break;
            }
        }
        return line.toString();
    }
}
