package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.conformance.SpecService;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcErrorException;
import dev.parley.description.Description;
import dev.parley.message.Dialect;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services of a connection's own, and of one place only. */
@Timeout(60)
class OffersTest {
    private static final MethodDescriptor<JsonValue> NAMES =
            MethodDescriptor.call("system.listMethods", Codecs.JSON_VALUE).build();
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.call("echo", Codecs.JSON_VALUE)
            .parameter(Parameter.required("value", Codecs.JSON_VALUE))
            .build();

    private final Tally.Log log = new Tally.Log();

    private static String place(String kind) {
        return kind.startsWith("?") ? Places.next(kind) : kind;
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange", "tcp://127.0.0.1:0"})
    void eachConnectionHasAnInstanceThatIsToldOfItsEnd(String kind) throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .serviceForEach("my.", log::make, Tally.Skeleton::new)
                        .listen(place(kind))
                        .start();
                Peer first = Peer.connect(server.uri());
                Peer second = Peer.connect(server.uri())) {
            String transport = server.addresses().get(0).scheme();
            assertThat(log.closed.poll(20, TimeUnit.SECONDS)).isEqualTo("none after 0");
            assertThat(first.at("my.").call(Tally.NEXT)).isEqualTo(1);
            assertThat(first.at("my.").call(Tally.NEXT)).isEqualTo(2);
            assertThat(second.at("my.").call(Tally.NEXT)).isEqualTo(1);
            assertThat(log.made).containsExactly("none", transport, transport);
            first.close();
            assertThat(log.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(transport + " after 2");
            assertThat(second.at("my.").call(Tally.NEXT)).isEqualTo(2);
            server.close();
            assertThat(log.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(transport + " after 2");
        }
    }

    @Test
    void aClientOffersAnInstanceToo() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .method(
                                "back",
                                params -> JsonValue.of(
                                        Peer.current().orElseThrow().call(Tally.NEXT)))
                        .listen(Places.next(""))
                        .start();
                Peer peer = Peer.builder()
                        .serviceForEach(log::make, Tally.Skeleton::new)
                        .connect(server.uri())) {
            assertThat(peer.call(MethodDescriptor.untyped("back"), JsonValue.array()))
                    .isEqualTo(JsonValue.of(1));
            peer.close();
            assertThat(log.closed.poll(20, TimeUnit.SECONDS)).isEqualTo("none after 0");
            assertThat(log.closed.poll(20, TimeUnit.SECONDS)).isEqualTo("memory after 1");
        }
    }

    @Test
    void theNamesAreKnownBeforeAnyConnection() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .serviceForEach("my.", log::make, Tally.Skeleton::new)
                        .describedBy(Description.of("Tally", "1.0.0"))
                        .listen(Places.next(""))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            assertThat(peer.call(NAMES).toString()).contains("\"my.next\"");
        }
        assertThatThrownBy(() -> RpcServer.builder()
                        .method("next", params -> params)
                        .serviceForEach(log::make, Tally.Skeleton::new)
                        .start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two methods are named \"next\"; mount one of their services under a prefix");
    }

    @Test
    void aPlaceOffersItsOwnServicesInItsOwnDialect() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .listen(Places.next(""))
                        .listen(
                                Places.next("?mode=exchange"),
                                place -> place.serviceForEach(log::make, Tally.Skeleton::new)
                                        .describedBy(Description.of("Tally", "1.0.0"))
                                        .dialect(Dialect.named("1.0").orElseThrow()))
                        .start();
                Peer common = Peer.connect(server.addresses().get(0).toUri());
                Peer admin = Peer.builder()
                        .dialect(Dialect.named("1.0").orElseThrow())
                        .connect(server.addresses().get(1).toUri())) {
            assertThat(common.call(ECHO, JsonValue.of(1))).isEqualTo(JsonValue.of(1));
            assertThatThrownBy(() -> common.call(Tally.NEXT))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Method not found (-32601)");
            assertThat(admin.call(Tally.NEXT)).isEqualTo(1);
            assertThat(admin.call(NAMES).toString()).contains("\"next\"").doesNotContain("echo");
            assertThatThrownBy(() -> admin.call(ECHO, JsonValue.of(1)))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Method not found (-32601)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?mode=exchange",
                "tcp://127.0.0.1:0?dialect=go&framing=line",
                "tcp://127.0.0.1:0?framing=length",
                "tcp://127.0.0.1:0"
            })
    void aClientConnectsToTheUriOfTheServer(String kind) throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .listen(place(kind))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            assertThat(peer.call(ECHO, JsonValue.of("x"))).isEqualTo(JsonValue.of("x"));
            String asked = place(kind).replaceFirst("[^?]*", "");
            assertThat(server.uri()).endsWith(asked).doesNotContain(":0?");
        }
    }

    /** The wire log shows what the connection's own serializer reads. */
    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void eachConnectionChoosesItsSerializer(String mode) throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AtomicInteger connections = new AtomicInteger();
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .serializer(connection ->
                                connections.getAndIncrement() == 0 ? BinarySerializer.cbor() : JsonSerializer.INSTANCE)
                        .wireLog(WireLog.to(lines::add))
                        .listen(Places.next(mode))
                        .start();
                Peer cbor = Peer.builder().serializer(BinarySerializer.cbor()).connect(server.uri())) {
            assertThat(cbor.call(ECHO, JsonValue.of("by CBOR"))).isEqualTo(JsonValue.of("by CBOR"));
            try (Peer json = Peer.connect(server.uri())) {
                assertThat(json.call(ECHO, JsonValue.of("by JSON"))).isEqualTo(JsonValue.of("by JSON"));
            }
            assertThat(connections).hasValue(2);
            assertThat(lines)
                    .anyMatch(line -> line.contains("\"params\":[\"by CBOR\"]"))
                    .anyMatch(line -> line.contains("\"params\":[\"by JSON\"]"));
        }
    }

    @Test
    void aServerThatListensNowhereSaysSo() throws Exception {
        try (RpcServer server = RpcServer.builder().service(new SpecService()).start()) {
            assertThatThrownBy(server::uri)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the server listens nowhere; name a place before start(), as in"
                            + " listen(\"tcp://127.0.0.1:0\")");
            assertThat(server.addresses()).isEmpty();
        }
    }
}
