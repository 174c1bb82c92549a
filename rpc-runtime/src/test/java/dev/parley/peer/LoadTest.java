package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.conformance.SpecService;
import dev.parley.contract.Arguments;
import dev.parley.contract.ErrorType;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits on how much a peer may ask for: calls in flight and waiting, sizes of answers and batches. */
@Timeout(60)
class LoadTest {
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");
    private static final MethodDescriptor<String> TEXT = MethodDescriptor.call("text", Codecs.STRING)
            .parameter(Parameter.required("length", Codecs.INT))
            .error(new ErrorType<>(
                    5, TooMuch.class, Codecs.STRING, TooMuch::data, (message, data) -> new TooMuch(data)))
            .build();

    private static final class TooMuch extends Exception {
        private static final long serialVersionUID = 1L;
        private final String data;

        TooMuch(String data) {
            super("too much");
            this.data = data;
        }

        String data() {
            return data;
        }
    }

    /** Answers with a text of the length asked for, or fails with as much if that is negative. */
    private static final class Texts implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("Texts", List.of(TEXT), false, () -> null);
        }

        @Override
        public Object call(int method, Arguments arguments) throws TooMuch {
            int length = arguments.<Integer>get(0);
            if (length < 0) {
                throw new TooMuch("x".repeat(-length));
            }
            return "x".repeat(length);
        }
    }

    private static Limits small() {
        return Limits.DEFAULT.change().callsInFlight(2).callsQueued(4).build();
    }

    @Test
    void aFullQueueStopsReadingAndEveryCallIsServed() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore permits = new Semaphore(0);
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            permits.acquire();
                            running.decrementAndGet();
                            return params;
                        })
                        .limits(small())
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                calls.add(peer.callAsync(WAIT, JsonValue.array(JsonValue.of(i))));
            }
            permits.release(500);
            for (int i = 0; i < 500; i++) {
                assertThat(calls.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.array(JsonValue.of(i)));
            }
            assertThat(most.get()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void whileACallOfOursWaitsExcessCallsAreAnsweredBusy() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> Calls.wait(inside, release))
                        .limits(small())
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            CompletableFuture<JsonValue> ours = Calls.onlyPeer(server).callAsync(WAIT, JsonValue.array());
            assertThat(client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"wait\",\"params\":[],\"id\":0}");
            for (int i = 0; i < 7; i++) {
                client.send("{\"jsonrpc\":\"2.0\",\"method\":\"wait\",\"id\":" + i + "}");
            }
            assertThat(client.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":6,\"error\":{\"code\":-32009,\"message\":\"Server busy\","
                            + "\"data\":\"2 calls are in flight on this connection and 4 wait\"}}");
            // The answer to our call is read all the same; with it, the reason to read on is gone.
            client.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"answered\"}");
            assertThat(ours.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.of("answered"));
            for (int i = 7; i < 50; i++) {
                client.send("{\"jsonrpc\":\"2.0\",\"method\":\"wait\",\"id\":" + i + "}");
            }
            release.countDown();
            for (int i = 0; i < 49; i++) {
                assertThat(client.next()).endsWith("\"result\":\"waited\"}");
            }
        }
    }

    @Test
    void whoAsksAndDoesNotReadIsHeldUp() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .method("large", params -> {
                            begun.incrementAndGet();
                            return JsonValue.of("x".repeat(200_000));
                        })
                        .limits(small())
                        .listen(uri)
                        .start();
                RawConnection slow = RawConnection.connect(uri);
                RawConnection other = RawConnection.connect(uri)) {
            slow.setReading(false);
            for (int i = 0; i < 100; i++) {
                slow.send("{\"jsonrpc\":\"2.0\",\"method\":\"large\",\"id\":" + i + "}");
            }
            assertThat(other.ask("{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":1}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":0}");
            slow.setReading(true);
            for (int i = 0; i < 100; i++) {
                assertThat(slow.next()).hasSizeGreaterThan(200_000);
            }
            assertThat(begun).hasValue(100);
        }
    }

    @Test
    void bothEndsMayFloodEachOtherWithNotifications() throws Exception {
        MethodDescriptor<JsonValue> note = MethodDescriptor.untyped("note");
        CountDownLatch all = new CountDownLatch(2000);
        String uri = Places.next("");
        JsonValue large = JsonValue.array(JsonValue.of("x".repeat(5000)));
        try (RpcServer server = RpcServer.builder()
                        .method("note", params -> {
                            all.countDown();
                            return params;
                        })
                        .limits(small())
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder()
                        .method("note", params -> {
                            all.countDown();
                            return params;
                        })
                        .limits(small())
                        .connect(uri)) {
            Peer there = Calls.onlyPeer(server);
            for (int i = 0; i < 1000; i++) {
                peer.notify(note, large);
                there.notify(note, large);
            }
            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static String ask(Limits limits, String request) throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new Texts())
                        .limits(limits)
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            return client.ask(request);
        }
    }

    private static String call(int length, String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"params\":[" + length + "],\"id\":" + id + "}";
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, -1000})
    void anAnswerThatIsTooLargeIsAnError(int length) throws Exception {
        Limits limits = Limits.DEFAULT.change().responseBytes(300).build();
        assertThat(ask(limits, call(length, "1")))
                .isEqualTo(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32008,\"message\":\"Response too large\","
                                + "\"data\":\"an answer is limited to 300 bytes\"}}");
    }

    @Test
    void anIdLargerThanTheLimitForAnswersComesBackAllTheSame() throws Exception {
        Limits limits = Limits.DEFAULT.change().responseBytes(100).build();
        String id = "\"" + "i".repeat(5000) + "\"";
        assertThat(ask(limits, call(1, id)))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id
                        + ",\"error\":{\"code\":-32008,\"message\":\"Response too large\","
                        + "\"data\":\"an answer is limited to 100 bytes\"}}");
        assertThat(ask(limits, "{\"jsonrpc\":\"2.0\",\"method\":\"nope\",\"id\":" + id + "}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":" + id
                        + ",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
        assertThat(ask(limits, "[{\"jsonrpc\":\"2.0\",\"method\":\"nope\",\"id\":" + id + "}]"))
                .isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":" + id
                        + ",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}]");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, -500})
    void theAnswersToABatchAreLimitedTogether(int length) throws Exception {
        Limits limits = Limits.DEFAULT
                .change()
                .batchResponseBytes(1000)
                .callsInFlight(1)
                .build();
        String answer = ask(
                limits,
                "[" + call(length, "1") + "," + call(length, "2") + "," + call(length, "3") + "," + call(10, "4")
                        + "]");
        String first = length > 0
                ? "\"result\":\"" + "x".repeat(500) + "\"}"
                : "\"error\":{\"code\":5,\"message\":\"too much\",\"data\":\"" + "x".repeat(500) + "\"}}";
        String tooLarge = "\"error\":{\"code\":-32011,\"message\":\"Batch response too large\","
                + "\"data\":\"the answers to this batch are limited to 1000 bytes together\"}}";
        assertThat(answer)
                .isEqualTo("[{\"jsonrpc\":\"2.0\",\"id\":1," + first + ",{\"jsonrpc\":\"2.0\",\"id\":2," + tooLarge
                        + ",{\"jsonrpc\":\"2.0\",\"id\":3," + tooLarge
                        + ",{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":\"xxxxxxxxxx\"}]");
    }

    @Test
    void exchangesBeyondTheLimitAreBusy() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        String uri = Places.next("?mode=exchange");
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> Calls.wait(inside, release))
                        .limits(small())
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                calls.add(peer.callAsync(WAIT, JsonValue.array()));
            }
            assertThat(CompletableFuture.anyOf(calls.toArray(CompletableFuture[]::new))
                            .handle((value, thrown) -> thrown.getCause().getMessage()))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo("Server busy (-32009): \"2 calls are in flight on this connection and 4 wait\"");
            inside.await();
            release.countDown();
            int served = 0;
            for (CompletableFuture<JsonValue> call : calls) {
                served += call.handle((value, thrown) -> thrown == null ? 1 : 0).get(10, TimeUnit.SECONDS);
            }
            assertThat(served).isEqualTo(6);
        }
    }
}
