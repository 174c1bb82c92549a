package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.conformance.SpecService;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.frame.Frame;
import dev.parley.proxy.CallBatch;
import dev.parley.serializer.MessageReader;
import dev.parley.serializer.MessageWriter;
import dev.parley.serializer.ReadLimits;
import dev.parley.serializer.References;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** CBOR and Smile over every transport, in every dialect; and what a stranger may send there. */
@Timeout(60)
class BinaryConnectionTest {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.call("echo", Codecs.JSON_VALUE)
            .parameter(Parameter.required("value", Codecs.JSON_VALUE))
            .build();
    private static final MethodDescriptor<Integer> SUM = MethodDescriptor.call("sum", Codecs.INT)
            .parameter(Parameter.rest("values", Codecs.INT_ARRAY))
            .build();

    @TempDir
    private Path folder;

    static List<Serializer> serializers() {
        return List.of(BinarySerializer.cbor(), BinarySerializer.smile());
    }

    static Stream<Arguments> everything() {
        List<String> transports = List.of("tcp", "unix", "memory", "exchange");
        return serializers().stream()
                .flatMap(serializer -> transports.stream()
                        .flatMap(transport -> Stream.of("2.0", "1.0", "go", "")
                                .map(dialect -> Arguments.of(serializer, transport, dialect))));
    }

    private String place(String transport, String dialect) {
        String options = dialect.isEmpty() ? "" : "dialect=" + dialect;
        return switch (transport) {
            case "tcp" -> "tcp://127.0.0.1:0?" + options;
            case "unix" -> "unix:" + folder.resolve("s") + "?" + options;
            case "exchange" -> Places.next("?mode=exchange&" + options).replaceAll("&$", "");
            default -> Places.next("?" + options);
        };
    }

    @ParameterizedTest
    @MethodSource("everything")
    void anyDialectOverAnyTransport(Serializer serializer, String transport, String dialect) throws Exception {
        String place = place(transport, dialect);
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .serializer(serializer)
                        .listen(place)
                        .start();
                Peer peer = Peer.builder().serializer(serializer).connect(server.uri())) {
            JsonValue value = Json.parse(
                    "{\"a\":[1,2.5,-70000,\"é\",true,null,{\"b\":{}}],\"c\":\"" + "x".repeat(70_000) + "\"}");
            assertThat(peer.call(ECHO, value)).isEqualTo(value);
            boolean single = dialect.equals("go");
            assertThatThrownBy(() -> peer.call(MethodDescriptor.untyped("nope"), JsonValue.array(JsonValue.of(1))))
                    .hasMessageStartingWith("Method not found (");
            if (!single) {
                CallBatch batch = peer.batch();
                CompletableFuture<JsonValue> echo = batch.call(ECHO, value);
                CompletableFuture<Integer> sum = batch.call(SUM, new int[] {4, 5});
                batch.send().get(10, TimeUnit.SECONDS);
                assertThat(echo).isCompletedWithValue(value);
                assertThat(sum).isCompletedWithValue(9);
            }
        }
    }

    private static byte[] message(Serializer serializer, String json) {
        try (MessageWriter out = serializer.write(1 << 20, References.NONE)) {
            Codecs.JSON_VALUE.write(out.begin(), Json.parse(json));
            return out.end().toByteArray();
        }
    }

    private static String read(Serializer serializer, DataInputStream in) throws IOException {
        byte[] bytes = in.readNBytes(in.readInt());
        try (MessageReader reader = serializer.read(Frame.kept(bytes), ReadLimits.DEFAULT, References.NONE)) {
            return Codecs.JSON_VALUE.read(reader.value(0, bytes.length)).toString();
        }
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(new byte[] {0, 0, (byte) (message.length >> 8), (byte) message.length});
        out.write(message);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void whatIsNoMessageCostsOneMessage(Serializer serializer) throws Exception {
        Limits limits = Limits.DEFAULT.change().messageBytes(5000).build();
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .serializer(serializer)
                        .limits(limits)
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Socket socket = new Socket("127.0.0.1", URI.create(server.uri()).getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] alive = message(serializer, "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2],\"id\":7}");
            String answered = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":3}";
            // A text that declares 2^62 bytes and has one; broken UTF-8; nothing; a message in JSON.
            boolean cbor = serializer.name().equals("cbor");
            for (String garbage :
                    List.of(cbor ? "7b400000000000000061" : "fd7f7f7f7fbf61", cbor ? "61ff" : "80c080", "", "7b7d")) {
                send(out, HexFormat.of().parseHex(garbage));
                assertThat(read(serializer, in))
                        .startsWith(
                                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"");
                send(out, alive);
                assertThat(read(serializer, in)).isEqualTo(answered);
            }
            send(out, new byte[5001]);
            assertThat(read(serializer, in)).contains("the message is larger than the limit of 5000 bytes");
            send(out, alive);
            assertThat(read(serializer, in)).isEqualTo(answered);
        }
    }

    @Test
    void jsonMayStandBehindItsLengthToo() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .listen("tcp://127.0.0.1:0?framing=length")
                        .start();
                Peer peer = Peer.builder().serializer(JsonSerializer.INSTANCE).connect(server.uri())) {
            assertThat(peer.call(SUM, (Object) new int[] {1, 2})).isEqualTo(3);
        }
    }
}
