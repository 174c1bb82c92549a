package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codecs;
import dev.parley.contract.MethodDescriptor;
import dev.parley.dispatch.Dispatcher;
import dev.parley.frame.Frame;
import dev.parley.peer.Limits;
import dev.parley.peer.Peer;
import dev.parley.proxy.CallBatch;
import dev.parley.serializer.json.JsonSerializer;
import dev.parley.transport.Acceptor;
import dev.parley.transport.Address;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.DuplexConnection;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.ExchangeHandler.Outcome;
import dev.parley.transport.Exchanges;
import dev.parley.transport.FrameHandler;
import dev.parley.transport.Listener;
import dev.parley.transport.TransportOptions;
import dev.parley.transport.memory.MemoryTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers, each call ends once, with its result or with one clear exception. */
@Timeout(30)
class AnswersTest {
    private static final MethodDescriptor<Integer> NUMBER =
            MethodDescriptor.call("number", Codecs.INT).build();

    /** How the one call of an exchange, or of a duplex connection, ends when a raw server answers so. */
    private static String outcome(CompletableFuture<?> call) throws Exception {
        try {
            return String.valueOf(call.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause().getClass().getSimpleName() + ": " + e.getCause().getMessage();
        }
    }

    private static String outcomeOf(String answer) throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            CompletableFuture<Integer> call = peer.callAsync(NUMBER);
            RawConnection server = place.accept();
            assertThat(server.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"number\",\"id\":0}");
            server.send(answer);
            String outcome = outcome(call).replace(Calls.name(peer), "SERVER");
            // A client offers nothing, so it never complains, and the connection goes on.
            CompletableFuture<Integer> next = peer.callAsync(NUMBER);
            assertThat(server.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"number\",\"id\":1}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":77}");
            assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo(77);
            return outcome;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5} | 5",
                "{\"result\":5,\"id\":0,\"jsonrpc\":\"2.0\"} | 5",
                "{\"id\":0,\"result\":5,\"jsonrpc\":\"2.0\"} | 5",
                "{\"id\":0,\"result\":5,\"error\":null} | 5",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5,\"error\":null} | 5",
                "{\"jsonrpc\":\"2.0\",\"id\":0.0,\"extra\":[],\"result\":5} | 5",
                "[{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5}] | 5"
            })
    void aResultInAnyShapeArrives(String answer, String outcome) throws Exception {
        assertThat(outcomeOf(answer)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5,\"error\":{\"code\":1,\"message\":\"m\"}} | both a result and an error",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":1,\"message\":\"m\"},\"result\":5} | both a result and an error",
                "{\"error\":{\"code\":1,\"message\":\"m\"},\"result\":5,\"jsonrpc\":\"2.0\",\"id\":0} | both a result and an error",
                "{\"jsonrpc\":\"2.0\",\"id\":0} | neither a result nor an error",
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":null} | neither a result nor an error"
            })
    void aResponseNeedsOneOutcome(String answer, String flaw) throws Exception {
        assertThat(outcomeOf(answer))
                .isEqualTo("RpcProtocolException: the answer to number is no valid response: it has " + flaw);
    }

    @Test
    void aResponseThatIsWrongOtherwiseFailsItsCall() throws Exception {
        assertThat(outcomeOf("{\"id\":0,\"result\":5}"))
                .isEqualTo("RpcProtocolException: the answer to number is no valid response: "
                        + "it does not say \"jsonrpc\": \"2.0\"");
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5,\"result\":6}"))
                .isEqualTo("RpcProtocolException: the answer to number is no valid response: "
                        + "a member stands in it twice");
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"5\"}"))
                .isEqualTo("RpcProtocolException: the result of number is not as declared: "
                        + "expected an integer of 32 bits, found a string");
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":null}"))
                .isEqualTo("RpcProtocolException: the result of number is not as declared: "
                        + "expected an integer of 32 bits, found null");
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5,@}"))
                .startsWith("RpcProtocolException: the answer to number can't be read: expected ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\":7,\"message\":\"m\",\"data\":[1]} | RpcErrorException: m (7): [1]",
                "{\"message\":\"m\",\"code\":7,\"extra\":1} | RpcErrorException: m (7)",
                "{} | RpcErrorException:  (0)",
                "\"boom\" | RpcErrorException: boom (0)",
                "5 | RpcErrorException: error (0): 5",
                "{\"code\":\"x\",\"message\":5} | RpcProtocolException: the error that answers number can't be read: /code: expected an integer, found \"x\"",
                "{\"code\":1.5,\"message\":\"m\"} | RpcProtocolException: the error that answers number can't be read: /code: expected an integer of 32 bits, found 1.5"
            })
    void anErrorInAnyShapeArrives(String error, String outcome) throws Exception {
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":" + error + "}"))
                .isEqualTo(outcome.trim());
        assertThat(outcomeOf("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":" + error + "}"))
                .isEqualTo(outcome.trim());
    }

    @Test
    void anErrorThatNamesNoCallFailsAll() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            CompletableFuture<Integer> first = peer.callAsync(NUMBER);
            CompletableFuture<Integer> second = peer.callAsync(NUMBER);
            place.accept()
                    .send("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"}}");
            String expected = "RpcProtocolException: " + Calls.name(peer)
                    + " answered with an error that names no call: Parse error (-32700)";
            assertThat(outcome(first)).isEqualTo(expected);
            assertThat(outcome(second)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"0\",\"result\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":5}",
                "{\"jsonrpc\":\"2.0\",\"result\":5}",
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":5,\"error\":{\"code\":1,\"message\":\"m\"}}",
                "{\"jsonrpc\":\"2.0\",\"id\":0.5,\"error\":{\"code\":1,\"message\":\"m\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"hello\"]}",
                "{\"foo\":1}",
                "[]",
                "[{\"jsonrpc\":\"2.0\",\"id\":98,\"result\":5},7]",
                "listening on port 80"
            })
    void whatNobodyAskedForIsPassedOver(String stray) throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            CompletableFuture<Integer> call = peer.callAsync(NUMBER);
            RawConnection server = place.accept();
            server.next();
            server.send(stray);
            server.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":5}");
            assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(5);
            server.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":6}");
            assertThat(server.ask("{\"jsonrpc\":\"2.0\",\"method\":\"any\",\"id\":1}"))
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
            assertThat(server.isQuiet()).isTrue();
        }
    }

    @Test
    void aServerNeverComplainsOfAnswers() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.builder().service(new SpecService()).connect(uri)) {
            RawConnection other = place.accept();
            other.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":5,\"error\":{\"code\":1,\"message\":\"m\"}}");
            other.send("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":5}");
            assertThat(other.ask("{\"jsonrpc\":\"2.0\",\"id\":3}"))
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"}}");
        }
    }

    @Test
    void anAnswerThatIsTooLargeEndsTheOneCallThatWaits() throws Exception {
        String uri = Places.next("");
        Limits small =
                Limits.DEFAULT.change().messageBytes(100).responseBytes(100).build();
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.builder().limits(small).connect(uri)) {
            CompletableFuture<Integer> call = peer.callAsync(NUMBER);
            place.accept().send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"" + "x".repeat(100) + "\"}");
            assertThat(outcome(call))
                    .isEqualTo("RpcProtocolException: " + Calls.name(peer)
                            + " sent a message over the size limit while number was pending: "
                            + "the message is larger than the limit of 100 bytes");
        }
    }

    @Test
    void aPeerThatConnectsTakesWhatAServerMayAnswer() throws Exception {
        String uri = Places.next("");
        MethodDescriptor<String> text =
                MethodDescriptor.call("text", Codecs.STRING).build();
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            CompletableFuture<String> call = peer.callAsync(text);
            String large = "x".repeat(10 * 1024 * 1024);
            place.accept().send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"" + large + "\"}");
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo(large);
        }
    }

    // Batches

    private static List<CompletableFuture<Integer>> batchOf3(Peer peer) {
        CallBatch batch = peer.batch();
        List<CompletableFuture<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            calls.add(batch.call(NUMBER));
        }
        batch.send();
        return calls;
    }

    private static String result(int id) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + 10 * id + "}";
    }

    @Test
    void answersToABatchComeInAnyOrderAndPartsAndTwice() throws Exception {
        String uri = Places.next("");
        Limits limits = Limits.DEFAULT
                .change()
                .callTimeout(Duration.ofMillis(300))
                .batchEntries(2)
                .build();
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.builder().limits(limits).connect(uri)) {
            List<CompletableFuture<Integer>> calls = batchOf3(peer);
            RawConnection server = place.accept();
            server.next();
            server.send("[" + result(2) + "," + result(7) + ",5," + result(2) + "," + result(0) + "]");
            assertThat(outcome(calls.get(2))).isEqualTo("20");
            assertThat(outcome(calls.get(0))).isEqualTo("0");
            assertThat(outcome(calls.get(1)))
                    .isEqualTo(
                            "RpcTimeoutException: number was not answered by " + Calls.name(peer) + " within 300 ms");
        }
    }

    @Test
    void oneErrorForABatchFailsAllItsCalls() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            List<CompletableFuture<Integer>> calls = batchOf3(peer);
            place.accept()
                    .send(
                            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32010,\"message\":\"Batch too large\"}}");
            for (CompletableFuture<Integer> call : calls) {
                assertThat(outcome(call)).isEqualTo("RpcErrorException: Batch too large (-32010)");
            }
        }
    }

    // Exchanges

    /** What the calls of one exchange come to when it is answered so; null is an empty answer. */
    private static List<String> outcomesByExchange(@Nullable String answer, boolean batch) throws Exception {
        String uri = Places.next("?mode=exchange");
        TransportOptions options = TransportOptions.DEFAULT;
        try (Listener listener = new MemoryTransport().listen(Address.parse(uri), options, new Answering(answer));
                Peer peer = Peer.connect(uri)) {
            List<CompletableFuture<Integer>> calls = batch ? batchOf3(peer) : List.of(peer.callAsync(NUMBER));
            List<String> outcomes = new ArrayList<>();
            for (CompletableFuture<Integer> call : calls) {
                outcomes.add(outcome(call).replace(Calls.name(peer), "SERVER"));
            }
            return outcomes;
        }
    }

    private record Answering(@Nullable String answer) implements Acceptor {
        @Override
        public FrameHandler connected(DuplexConnection connection) {
            throw new UnsupportedOperationException("exchanges only");
        }

        @Override
        public ExchangeHandler exchanges(ConnectionInfo from) {
            return Exchanges.answering(
                    (request, reply) -> reply.reply(answer == null ? null : Frame.utf8(answer), Outcome.NOTHING));
        }
    }

    @Test
    void anExchangeEndsItsCallWhateverItAnswers() throws Exception {
        assertThat(outcomesByExchange(result(0), false)).containsExactly("0");
        assertThat(outcomesByExchange(null, false))
                .containsExactly("RpcProtocolException: SERVER gave an empty answer to number");
        assertThat(outcomesByExchange(result(9), false))
                .containsExactly("RpcProtocolException: SERVER answered, but not to number");
        assertThat(outcomesByExchange("<html>", false))
                .containsExactly(
                        "RpcProtocolException: SERVER answered number with a message that is not a valid response");
        assertThat(outcomesByExchange("{\"jsonrpc\":\"2.0\",\"id\":0}", false))
                .containsExactly("RpcProtocolException: the answer to number is no valid response: "
                        + "it has neither a result nor an error");
        assertThat(outcomesByExchange("{\"jsonrpc\":\"2.0\",\"method\":\"number\",\"id\":0}", false))
                .containsExactly(
                        "RpcProtocolException: SERVER answered number with a message that is not a valid response");
        assertThat(outcomesByExchange(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"m\"}}", false))
                .containsExactly("RpcErrorException: m (-32700)");
    }

    @Test
    void anExchangeEndsEveryCallOfItsBatch() throws Exception {
        assertThat(outcomesByExchange("[" + result(1) + "," + result(1) + "," + result(0) + "]", true))
                .containsExactly("0", "10", "RpcProtocolException: SERVER answered, but not to number");
        assertThat(outcomesByExchange("[" + result(1) + ",5]", true))
                .containsExactly(
                        "RpcProtocolException: SERVER answered number with a message that is not a valid response",
                        "10",
                        "RpcProtocolException: SERVER answered number with a message that is not a valid response");
        assertThat(outcomesByExchange(
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32010,\"message\":\"m\"}}", true))
                .containsOnly("RpcErrorException: m (-32010)");
        assertThat(outcomesByExchange(null, true))
                .containsOnly("RpcProtocolException: SERVER gave an empty answer to number");
    }

    @Test
    void aDispatcherAsksNothingAndSoTakesNoAnswer() {
        Dispatcher none = Dispatcher.builder(JsonSerializer.INSTANCE).build();
        assertThat(none.dispatch(result(0).getBytes(StandardCharsets.UTF_8)))
                .asString()
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"}}");
    }
}
