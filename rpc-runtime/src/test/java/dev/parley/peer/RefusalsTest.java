package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcRequestException;
import dev.parley.proxy.CallBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that is too large fails its own call and no other, and its sender learns why. */
@Timeout(60)
class RefusalsTest {
    private static final MethodDescriptor<String> ECHO = MethodDescriptor.call("echo", Codecs.STRING)
            .parameter(Parameter.required("text", Codecs.STRING))
            .build();
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");
    private static final int MIB = 1024 * 1024;

    private final CountDownLatch inside = new CountDownLatch(5);
    private final CountDownLatch release = new CountDownLatch(1);

    private RpcServer serve(String uri, Limits limits) throws Exception {
        return RpcServer.builder()
                .method("wait", params -> Calls.wait(inside, release))
                .method(
                        "echo",
                        params -> ((JsonValue.JsonArray) params).elements().get(0))
                .limits(limits)
                .listen(uri)
                .start();
    }

    private List<CompletableFuture<JsonValue>> fiveThatWait(Peer peer) throws Exception {
        List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(peer.callAsync(WAIT, JsonValue.array()));
        }
        inside.await();
        return calls;
    }

    private void areAnswered(List<CompletableFuture<JsonValue>> calls) throws Exception {
        release.countDown();
        for (CompletableFuture<JsonValue> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.of("waited"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:0", "tcp://127.0.0.1:0?framing=line", "tcp://127.0.0.1:0?framing=length"})
    void aRequestThatThePeerRefusesFailsAlone(String uri) throws Exception {
        String options = uri.contains("?") ? uri.substring(uri.indexOf('?')) : "";
        Limits large = Limits.DEFAULT.change().requestBytes(16 * MIB).build();
        try (RpcServer server = serve(uri, Limits.DEFAULT);
                Peer peer = Peer.builder().limits(large).connect(connectable(server, options))) {
            List<CompletableFuture<JsonValue>> others = fiveThatWait(peer);
            assertThatThrownBy(() -> peer.call(ECHO, "x".repeat(5 * MIB)))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage(
                            "Request too large (-32007): \"the message is larger than the limit of 4194304 bytes\"");
            // By now the peer's limit is known.
            assertThatThrownBy(() -> peer.call(ECHO, "x".repeat(5 * MIB)))
                    .isInstanceOf(RpcRequestException.class)
                    .hasMessage("the request echo is larger than the limit of 4194304 bytes, and was not sent");
            assertThat(peer.call(ECHO, "after")).isEqualTo("after");
            areAnswered(others);
        }
    }

    private static String connectable(RpcServer server, String options) {
        return server.uri().contains("?") ? server.uri() : server.uri() + options;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:0", "memory:refusals"})
    void aRequestBeyondTheDefaultLimitIsNotSent(String uri) throws Exception {
        try (RpcServer server = serve(uri, Limits.DEFAULT);
                Peer peer = Peer.connect(server.uri())) {
            List<CompletableFuture<JsonValue>> others = fiveThatWait(peer);
            assertThatThrownBy(() -> peer.call(ECHO, "x".repeat(5 * MIB)))
                    .isInstanceOf(RpcRequestException.class)
                    .hasMessage("the request echo is larger than the limit of 4194304 bytes, and was not sent");
            assertThatThrownBy(() -> peer.notify(ECHO, "x".repeat(5 * MIB)))
                    .isInstanceOf(RpcRequestException.class)
                    .hasMessage("the request echo is larger than the limit of 4194304 bytes, and was not sent");
            areAnswered(others);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000})
    void aBatchOfTooManyEntriesFailsAlone(int mostSent) throws Exception {
        Limits limits = Limits.DEFAULT.change().batchRequests(mostSent).build();
        try (RpcServer server = serve(Places.next(""), Limits.DEFAULT);
                Peer peer = Peer.builder().limits(limits).connect(server.uri())) {
            List<CompletableFuture<JsonValue>> others = fiveThatWait(peer);
            CallBatch batch = peer.batch();
            List<CompletableFuture<String>> calls = new ArrayList<>();
            for (int i = 0; i < 101; i++) {
                calls.add(batch.call(ECHO, "x"));
            }
            batch.send().get(20, TimeUnit.SECONDS);
            for (CompletableFuture<String> call : calls) {
                assertThatThrownBy(call::join)
                        .hasRootCauseMessage(
                                mostSent == 100
                                        ? "a batch of 101 entries is larger than the limit of 100 entries, and was not"
                                                + " sent; send several"
                                        : "Batch too large (-32010): \"a batch is limited to 100 entries\"");
            }
            areAnswered(others);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void anAnswerBeyondTheServersLimitFailsAlone(String mode) throws Exception {
        Limits small = Limits.DEFAULT.change().responseBytes(1000).build();
        try (RpcServer server = serve(Places.next(mode), small);
                Peer peer = Peer.connect(server.uri() + (server.uri().contains("?") ? "" : mode))) {
            List<CompletableFuture<JsonValue>> others = fiveThatWait(peer);
            assertThatThrownBy(() -> peer.call(ECHO, "x".repeat(2000)))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Response too large (-32008): \"an answer is limited to 1000 bytes\"");
            areAnswered(others);
        }
    }
}
