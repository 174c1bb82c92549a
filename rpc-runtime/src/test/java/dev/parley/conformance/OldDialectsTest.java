package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcProtocolException;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-RPC 1.0 as the text of 2005 says, and what Go's net/rpc/jsonrpc speaks. */
@Timeout(30)
class OldDialectsTest {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.untyped("echo");

    private static RpcServer serve(String uri) throws Exception {
        return RpcServer.builder().service(new SpecService()).listen(uri).start();
    }

    private static String answer(String options, String request) throws Exception {
        String uri = Places.next(options);
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            return client.ask(request);
        }
    }

    /** Everything that is answered until the server closes. */
    private static String answerAndEnd(String options, String request) throws Exception {
        String uri = Places.next(options);
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            return client.send(request).awaitEnd();
        }
    }

    // JSON-RPC 1.0

    @ParameterizedTest
    @ValueSource(strings = {"", "?dialect=1.0"})
    void aCallOf1IsAnsweredWithBothMembers(String options) throws Exception {
        assertThat(answer(options, "{\"method\":\"echo\",\"params\":[\"Hello JSON-RPC\"],\"id\":1}"))
                .isEqualTo("{\"id\":1,\"result\":\"Hello JSON-RPC\",\"error\":null}");
        assertThat(answer(options, "{\"method\":\"nope\",\"params\":[],\"id\":\"a\"}"))
                .isEqualTo(
                        "{\"id\":\"a\",\"result\":null,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
        assertThat(answer(options, "{\"method\":\"nothing\",\"params\":[],\"id\":1}"))
                .isEqualTo("{\"id\":1,\"result\":null,\"error\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.50", "\"x\"", "true", "[1, 2]", "{\"k\":[1]}"})
    void anIdOf1MayBeAnything(String id) throws Exception {
        assertThat(answer("?dialect=1.0", "{\"method\":\"sum\",\"params\":[],\"id\":" + id + "}"))
                .isEqualTo("{\"id\":" + id + ",\"result\":0,\"error\":null}");
    }

    @Test
    void aNullIdMarksANotificationOf1() throws Exception {
        String uri = Places.next("?dialect=1.0");
        SpecService service = new SpecService();
        try (RpcServer server = RpcServer.builder().service(service).listen(uri).start();
                RawConnection client = RawConnection.connect(uri)) {
            client.send("{\"method\":\"notify_hello\",\"params\":[7],\"id\":null}");
            client.send("{\"method\":\"nope\",\"params\":[7],\"id\":null}");
            assertThat(client.ask("{\"method\":\"sum\",\"params\":[],\"id\":1}"))
                    .isEqualTo("{\"id\":1,\"result\":0,\"error\":null}");
            assertThat(service.notified()).containsExactly("hello 7");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"method\":\"sum\",\"params\":[]} | null",
                "{\"method\":\"sum\",\"id\":3} | 3",
                "{\"method\":\"sum\",\"params\":{},\"id\":3} | 3",
                "{\"method\":5,\"params\":[],\"id\":3} | 3",
                "{} | null",
                "5 | null",
                "[{\"method\":\"sum\",\"params\":[],\"id\":3}] | null"
            })
    void anInvalidMessageOf1IsAnsweredAndClosesTheConnection(String message, String id) throws Exception {
        assertThat(answerAndEnd("?dialect=1.0", message))
                .isEqualTo("{\"id\":" + id
                        + ",\"result\":null,\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"}}");
    }

    @Test
    void garbageIn1ClosesTheConnection() throws Exception {
        assertThat(answerAndEnd("?dialect=1.0", "{\"method\":}"))
                .isEqualTo("{\"id\":null,\"result\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\","
                        + "\"data\":\"expected a value, found '}' at byte 10\"}}");
    }

    @Test
    void garbageIsAnsweredInTheDialectLastHeard() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("@")).startsWith("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700");
            client.ask("{\"method\":\"sum\",\"params\":[],\"id\":1}");
            assertThat(client.ask("@")).startsWith("{\"id\":null,\"result\":null,\"error\":{\"code\":-32700");
            assertThat(client.awaitEnd()).isEmpty();
        }
    }

    @Test
    void eitherEndOf1MayCall() throws Exception {
        String uri = Places.next("?dialect=1.0");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.builder().service(new SpecService()).connect(uri)) {
            RawConnection other = place.accept();
            CompletableFuture<JsonValue> answer = peer.callAsync(ECHO, JsonValue.array(JsonValue.of("x")));
            assertThat(other.next()).isEqualTo("{\"method\":\"echo\",\"params\":[\"x\"],\"id\":0}");
            assertThat(other.ask("{\"method\":\"sum\",\"params\":[1,2],\"id\":0}"))
                    .isEqualTo("{\"id\":0,\"result\":3,\"error\":null}");
            other.send("{\"result\":\"y\",\"error\":null,\"id\":0}");
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.of("y"));
            peer.notify(ECHO, JsonValue.array());
            assertThat(other.next()).isEqualTo("{\"method\":\"echo\",\"params\":[],\"id\":null}");
        }
    }

    @Test
    void anInvalidResponseOf1FailsEveryCallAndClosesTheConnection() throws Exception {
        String uri = Places.next("?dialect=1.0");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            RawConnection other = place.accept();
            CompletableFuture<JsonValue> first = peer.callAsync(ECHO, JsonValue.array());
            CompletableFuture<JsonValue> second = peer.callAsync(ECHO, JsonValue.array());
            other.send("{\"result\":1,\"error\":\"too\",\"id\":0}");
            assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(RpcProtocolException.class)
                    .hasMessage("the answer to echo is no valid response: it has both a result and an error");
            assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessage("the connection to " + Calls.name(peer)
                            + " was closed, because what came over it is no valid message");
            other.awaitEnd();
        }
    }

    @Test
    void closingFailsTheCallsOfBothEnds() throws Exception {
        String uri = Places.next("?dialect=1.0");
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> Calls.wait(inside, release))
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder()
                        .method("wait", params -> Calls.wait(inside, release))
                        .connect(uri)) {
            MethodDescriptor<JsonValue> wait = MethodDescriptor.untyped("wait");
            CompletableFuture<JsonValue> ours = peer.callAsync(wait, JsonValue.array());
            CompletableFuture<JsonValue> theirs = Calls.onlyPeer(server).callAsync(wait, JsonValue.array());
            inside.await();
            peer.close();
            assertThatThrownBy(() -> ours.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessage("the connection to " + Calls.name(peer) + " was closed");
            assertThatThrownBy(() -> theirs.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessageEndingWith(" was closed by the peer");
            release.countDown();
        }
    }

    // Go

    @Test
    void goIsAnsweredInItsOwnShape() throws Exception {
        assertThat(answer("?dialect=go", "{\"method\":\"echo\",\"params\":[\"x\"],\"id\":0}"))
                .isEqualTo("{\"id\":0,\"result\":\"x\",\"error\":null}");
        assertThat(answer("?dialect=go", "{\"method\":\"nope\",\"params\":[\"x\"],\"id\":3}"))
                .isEqualTo("{\"id\":3,\"result\":null,\"error\":\"Method not found\"}");
        assertThat(answer("?dialect=go", "{\"method\":\"notify_hello\",\"params\":[\"x\"],\"id\":3}"))
                .isEqualTo("{\"id\":3,\"result\":null,\"error\":"
                        + "\"Invalid params: value: expected an integer of 32 bits, found a string\"}");
        assertThat(answer("?dialect=go", "{\"method\":\"echo\",\"id\":5}"))
                .isEqualTo("{\"id\":5,\"result\":null,\"error\":\"Invalid params: value is missing\"}");
        assertThat(answer("?dialect=go", "{\"method\":\"echo\",\"params\":\"x\",\"id\":5}"))
                .isEqualTo("{\"id\":5,\"result\":null,\"error\":"
                        + "\"Invalid params: params: expected an array or an object, found a string\"}");
        assertThat(answer("?dialect=go", "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[1],\"id\":6}"))
                .isEqualTo("{\"id\":6,\"result\":1,\"error\":null}");
    }

    @Test
    void goNeverSeesANullBesideANull() throws Exception {
        assertThat(answer("?dialect=go", "{\"method\":\"nothing\",\"params\":[],\"id\":1}"))
                .isEqualTo("{\"id\":1,\"result\":{},\"error\":null}");
        assertThat(answer("?dialect=go", "{\"method\":\"echo\",\"params\":[null],\"id\":1}"))
                .isEqualTo("{\"id\":1,\"result\":null,\"error\":"
                        + "\"the result is null, which the dialect go can't say\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"method\":\"echo\",\"params\":[1]}", "{\"method\":\"echo\",\"params\":[1],\"id\":null}"})
    void goAnswersEveryRequest(String request) throws Exception {
        assertThat(answer("?dialect=go", request)).isEqualTo("{\"id\":null,\"result\":1,\"error\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":3}", "{\"id\":3,\"result\":null,\"error\":\"x\",\"params\":[]}"})
    void goAnswersAnObjectWithoutAMethod(String request) throws Exception {
        String uri = Places.next("?dialect=go");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            client.send(request);
            String answer = client.ask("{\"method\":\"sum\",\"params\":[],\"id\":4}");
            if (!request.contains("result")) {
                assertThat(answer).isEqualTo("{\"id\":3,\"result\":null,\"error\":\"Invalid Request\"}");
                answer = client.next();
            }
            assertThat(answer).isEqualTo("{\"id\":4,\"result\":0,\"error\":null}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"echo\",\"params\":[1],\"id\":}",
                "[{\"method\":\"echo\",\"params\":[1],\"id\":1}]",
                "[]",
                "5",
                "null",
                "{\"method\":5,\"params\":[1],\"id\":3}"
            })
    void goClosesInSilenceOnWhatItCantRead(String message) throws Exception {
        assertThat(answerAndEnd("?dialect=go", message)).isEmpty();
    }

    @Test
    void callsInFlightAreAnsweredBeforeGarbageCloses() throws Exception {
        String uri = Places.next("?dialect=go");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> Calls.wait(inside, release))
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            client.send("{\"method\":\"wait\",\"params\":[1],\"id\":1}");
            inside.await();
            client.send("@@@");
            client.send("{\"method\":\"wait\",\"params\":[1],\"id\":2}");
            release.countDown();
            assertThat(client.awaitEnd()).isEqualTo("{\"id\":1,\"result\":\"waited\",\"error\":null}");
        }
    }

    @Test
    void weAskGoAsGoDoes() throws Exception {
        String uri = Places.next("?dialect=go");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            RawConnection go = place.accept();
            CompletableFuture<JsonValue> answer = peer.callAsync(ECHO, JsonValue.array(JsonValue.of("x")));
            assertThat(go.next()).isEqualTo("{\"method\":\"echo\",\"params\":[\"x\"],\"id\":0}");
            go.send("{\"id\":0,\"result\":null,\"error\":\"rpc: can't find method echo\"}");
            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("rpc: can't find method echo (0)");
            CompletableFuture<JsonValue> none = peer.callAsync(ECHO, JsonValue.nothing());
            assertThat(go.next()).isEqualTo("{\"method\":\"echo\",\"params\":[null],\"id\":1}");
            go.send("{\"id\":1,\"result\":null,\"error\":null}");
            assertThat(none.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.nothing());
            peer.notify(ECHO, JsonValue.array(JsonValue.of(1)));
            assertThat(go.next()).isEqualTo("{\"method\":\"echo\",\"params\":[1],\"id\":2}");
            go.send("{\"id\":2,\"result\":1,\"error\":null}");
            CompletableFuture<JsonValue> last = peer.callAsync(ECHO, JsonValue.array(JsonValue.of(2)));
            assertThat(go.next()).isEqualTo("{\"method\":\"echo\",\"params\":[2],\"id\":3}");
            go.send("{\"id\":3,\"result\":2,\"error\":null}");
            assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.of(2));
        }
    }
}
