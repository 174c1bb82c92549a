package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.RpcInterruptedException;
import dev.parley.contract.RpcRequestException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.proxy.CallBatch;
import dev.parley.transport.CloseReason;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends a connection, a call or a server: every call that waits ends exactly once, and says why. */
@Timeout(60)
class EndsTest {
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");

    @TempDir
    private Path folder;

    private final CountDownLatch release = new CountDownLatch(1);

    private String place(String transport) throws IOException {
        return switch (transport) {
            case "memory" -> Places.next("");
            case "exchange" -> Places.next("?mode=exchange");
            case "unix" -> "unix:" + Files.createTempDirectory(folder, "s").resolve("s");
            default -> "tcp://127.0.0.1:0";
        };
    }

    private RpcServer serve(String transport, CountDownLatch inside, Limits limits) throws IOException {
        return RpcServer.builder()
                .method("wait", params -> Calls.wait(inside, release))
                .method("echo", params -> params)
                .limits(limits)
                .listen(place(transport))
                .start();
    }

    /** What ends the connection, and how its calls are told. */
    enum Way {
        OURS("closed"),
        THEIRS("closed by the peer"),
        SERVER("closed by the peer");

        final String told;

        Way(String told) {
            this.told = told;
        }

        void end(Peer peer, RpcServer server) {
            switch (this) {
                case OURS -> peer.close();
                case THEIRS -> Calls.onlyPeer(server).close();
                case SERVER -> server.close();
            }
        }
    }

    static Stream<Arguments> waysAndTransports() {
        return Stream.of("memory", "tcp", "unix")
                .flatMap(transport -> Stream.of(Way.values()).map(way -> Arguments.of(transport, way)));
    }

    @ParameterizedTest
    @MethodSource("waysAndTransports")
    void everyKindOfCallerLearnsOfTheEnd(String transport, Way way) throws Exception {
        CountDownLatch inside = new CountDownLatch(3);
        Limits limits =
                Limits.DEFAULT.change().drainTimeout(Duration.ofMillis(50)).build();
        try (RpcServer server = serve(transport, inside, limits);
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<Throwable> blocking =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> peer.call(WAIT, JsonValue.array())));
            CompletableFuture<JsonValue> future = peer.callAsync(WAIT, JsonValue.array());
            CallBatch batch = peer.batch();
            CompletableFuture<JsonValue> entry = batch.call(WAIT, JsonValue.array());
            CompletableFuture<?> sent = batch.send();
            inside.await();
            way.end(peer, server);
            String text = "the connection to " + Calls.name(peer) + " was " + way.told;
            assertThat(blocking.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessage(text)
                    .satisfies(thrown -> assertThat(thrown.getStackTrace())
                            .anyMatch(at -> at.getClassName().equals(EndsTest.class.getName())));
            failedWith(future, RpcConnectionException.class, text);
            failedWith(entry, RpcConnectionException.class, text);
            sent.get(10, TimeUnit.SECONDS);
            peer.ended().get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> peer.call(WAIT, JsonValue.array()))
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessage(text);
            failedWith(peer.callAsync(WAIT, JsonValue.array()), RpcConnectionException.class, text);
            assertThatThrownBy(() -> peer.notify(WAIT, JsonValue.array()))
                    .isInstanceOf(RpcConnectionException.class)
                    .hasMessage("the connection to " + Calls.name(peer) + " was closed");
            release.countDown();
        }
    }

    private static void failedWith(CompletableFuture<?> call, Class<?> type, String text) {
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(type)
                .hasMessage(text);
    }

    @Test
    void garbageThatEndsTheConnectionIsNamed() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        try (RpcServer server = serve("tcp", inside, Limits.DEFAULT);
                ServerSocket place = new ServerSocket(0);
                Peer peer = Peer.connect("tcp://127.0.0.1:" + place.getLocalPort());
                Socket raw = place.accept()) {
            CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
            raw.getOutputStream().write("@@@".getBytes(StandardCharsets.UTF_8));
            failedWith(
                    call,
                    RpcConnectionException.class,
                    "the connection to " + Calls.name(peer)
                            + " was closed, because what came over it is no valid message");
        }
    }

    @Test
    void closingAnExchangePeerFailsItsCalls() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        try (RpcServer server = serve("exchange", inside, Limits.DEFAULT);
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
            inside.await();
            peer.close();
            String text = "the connection to " + Calls.name(peer) + " was closed";
            failedWith(call, RpcConnectionException.class, text);
            failedWith(peer.callAsync(WAIT, JsonValue.array()), RpcConnectionException.class, text);
            release.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "exchange", "tcp"})
    void aCallThatIsNotAnsweredInTimeSaysSo(String transport) throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        try (RpcServer server = serve(transport, inside, Limits.DEFAULT);
                Peer peer = Peer.connect(server.uri())) {
            String text = "wait was not answered by " + Calls.name(peer) + " within 100 ms";
            assertThatThrownBy(() -> peer.timeout(Duration.ofMillis(100)).call(WAIT, JsonValue.array()))
                    .isInstanceOf(RpcTimeoutException.class)
                    .hasMessage(text);
            failedWith(
                    peer.timeout(Duration.ofMillis(100)).callAsync(WAIT, JsonValue.array()),
                    RpcTimeoutException.class,
                    text);
            release.countDown();
            assertThat(peer.call(MethodDescriptor.untyped("echo"), JsonValue.array()))
                    .isEqualTo(JsonValue.array());
        }
    }

    @Test
    void whatDependsOnACallThatWasLateDelaysNoOtherTimeLimit() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch blocked = new CountDownLatch(1);
        try (RpcServer server = serve("memory", inside, Limits.DEFAULT);
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<Object> slow = peer.timeout(Duration.ofMillis(50))
                    .callAsync(WAIT, JsonValue.array())
                    .handle((value, late) -> {
                        blocked.countDown();
                        return catchThrowable(release::await);
                    });
            blocked.await();
            failedWith(
                    peer.timeout(Duration.ofMillis(50)).callAsync(WAIT, JsonValue.array()),
                    RpcTimeoutException.class,
                    "wait was not answered by memory " + peer.context().remote() + " within 50 ms");
            assertThat(slow).isNotDone();
            release.countDown();
            assertThat(slow.get(10, TimeUnit.SECONDS)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory"})
    void anInterruptedCallerGoesOn(String transport) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        try (RpcServer server = serve(transport, inside, Limits.DEFAULT);
                Peer peer = Peer.connect(server.uri())) {
            AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                thrown.set(catchThrowable(() -> peer.call(WAIT, JsonValue.array())));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            inside.await();
            caller.interrupt();
            assertThat(flag.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(thrown.get())
                    .isInstanceOf(RpcInterruptedException.class)
                    .hasMessage("the thread that waited for wait was interrupted");
            release.countDown();
            assertThat(peer.call(MethodDescriptor.untyped("echo"), JsonValue.array()))
                    .isEqualTo(JsonValue.array());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "exchange", "tcp", "unix"})
    void aServerThatClosesLetsCallsInFlightFinish(String transport) throws Exception {
        CountDownLatch inside = new CountDownLatch(3);
        RpcServer server = serve(transport, inside, Limits.DEFAULT);
        try (Peer peer = Peer.connect(server.uri())) {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                calls.add(peer.callAsync(WAIT, JsonValue.array()));
            }
            inside.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            // Nobody new gets in, which is how it shows that closing has begun.
            while (catchThrowable(() -> Peer.connect(server.uri()).close()) == null) {
                Thread.onSpinWait();
            }
            assertThat(closed).isNotDone();
            release.countDown();
            closed.get(10, TimeUnit.SECONDS);
            for (CompletableFuture<JsonValue> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(JsonValue.of("waited"));
            }
        }
    }

    @Test
    void callsLearnTheReasonThatThePeerGave() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer client = Peer.connect(uri);
                RawConnection server = place.accept()) {
            CompletableFuture<JsonValue> call = client.callAsync(WAIT, JsonValue.array());
            server.next();
            server.close(new CloseReason(CloseReason.Kind.POLICY, "enough"));
            String text = "the connection to " + Calls.name(client) + " was closed by the peer: enough";
            assertThat(call)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .withMessage(text);
            client.ended().get(10, TimeUnit.SECONDS);
            assertThatThrownBy(() -> client.call(WAIT, JsonValue.array())).hasMessage(text);
        }
    }

    @Test
    void aServerThatClosesRefusesNewCallsAndReadsAnswers() throws Exception {
        String uri = Places.next("");
        RpcServer server = RpcServer.builder()
                .method("back", params -> Peer.current().orElseThrow().call(WAIT, JsonValue.array()))
                .listen(uri)
                .start();
        try (RawConnection client = RawConnection.connect(uri)) {
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"back\",\"id\":1}");
            assertThat(client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"wait\",\"params\":[],\"id\":0}");
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            String answer = "";
            while (!answer.contains("-32013")) {
                answer = client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"nope.\",\"id\":2}");
                if (!answer.contains("-32601")) {
                    break;
                }
                answer = client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"back\",\"params\":[],\"id\":3}");
                if (answer.contains("\"method\":\"wait\"")) {
                    // It was still taken: closing had not begun.
                    client.send("{\"jsonrpc\":\"2.0\",\"id\":" + answer.replaceAll(".*\"id\":(\\d+)}", "$1")
                            + ",\"result\":0}");
                    client.next();
                }
            }
            assertThat(answer)
                    .isEqualTo(
                            "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32013,\"message\":\"Server closing\","
                                    + "\"data\":\"the server accepts no further calls\"}}");
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"home\"}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"home\"}");
            closed.get(10, TimeUnit.SECONDS);
            client.awaitEnd();
        }
    }

    @Test
    void callsThatTakeTooLongAreCutOff() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Limits limits =
                Limits.DEFAULT.change().drainTimeout(Duration.ofMillis(50)).build();
        RpcServer server = serve("tcp", inside, limits);
        try (Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
            inside.await();
            server.close();
            failedWith(
                    call,
                    RpcConnectionException.class,
                    "the connection to " + Calls.name(peer) + " was closed by the peer");
            release.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "exchange", "tcp"})
    void aHandlerMayCloseItsServer(String transport) throws Exception {
        AtomicReference<@Nullable RpcServer> server = new AtomicReference<>();
        RpcServer started = RpcServer.builder()
                .method("close", params -> {
                    server.get().close();
                    return JsonValue.of("closing");
                })
                .listen(place(transport))
                .start();
        server.set(started);
        try (Peer peer = Peer.connect(started.uri())) {
            assertThat(peer.timeout(Duration.ofSeconds(5)).call(MethodDescriptor.untyped("close"), JsonValue.array()))
                    .isEqualTo(JsonValue.of("closing"));
            CompletableFuture<Void> closed = CompletableFuture.runAsync(() -> {
                try {
                    started.awaitClose();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            closed.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void anErrorOfTheCallersOwnIsOneExceptionToo() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        Limits small = Limits.DEFAULT.change().requestBytes(100).build();
        try (RpcServer server = serve("memory", inside, Limits.DEFAULT);
                Peer peer = Peer.builder().limits(small).connect(server.uri())) {
            JsonValue large = JsonValue.array(JsonValue.of("x".repeat(200)));
            failedWith(
                    peer.callAsync(WAIT, large),
                    RpcRequestException.class,
                    "the request wait is larger than the limit of 100 bytes, and was not sent");
            CallBatch batch = peer.batch();
            CompletableFuture<JsonValue> fine = batch.call(MethodDescriptor.untyped("echo"), JsonValue.array());
            CompletableFuture<JsonValue> tooLarge = batch.call(WAIT, large);
            batch.send().get(10, TimeUnit.SECONDS);
            assertThat(fine).isCompletedExceptionally();
            assertThat(tooLarge).isCompletedExceptionally();
            assertThat(peer.call(MethodDescriptor.untyped("echo"), JsonValue.array()))
                    .isEqualTo(JsonValue.array());
        }
    }

    @Test
    void aPeerWithoutServicesAnswersCallsAllTheSame() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .method("back", params -> {
                            try {
                                return Peer.current().orElseThrow().call(WAIT, JsonValue.array());
                            } catch (RpcErrorException e) {
                                return JsonValue.of(e.getMessage());
                            }
                        })
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            assertThat(peer.call(MethodDescriptor.untyped("back"), JsonValue.array()))
                    .isEqualTo(JsonValue.of("Method not found (-32601)"));
        }
    }
}
