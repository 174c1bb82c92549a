package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Calls;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcBlockingException;
import dev.parley.contract.RpcConnectionException;
import dev.parley.contract.RpcInterruptedException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Calls over a connection that its callers read while they wait. */
@Timeout(60)
class LeadingTest {
    private static final MethodDescriptor<JsonValue> ECHO = MethodDescriptor.untyped("echo");
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");

    /** Says on which thread an answer was read. */
    private static final MethodDescriptor<String> READER = MethodDescriptor.call("name", new Codec<String>() {
                @Override
                public String read(ValueReader in) {
                    in.skip();
                    return Thread.currentThread().getName();
                }

                @Override
                public void write(ValueWriter out, String value) {
                    out.writeString(value);
                }
            })
            .build();

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private RpcServer server;
    private Peer peer;

    @BeforeEach
    void connect() throws IOException {
        server = RpcServer.builder()
                .method("echo", params -> params)
                .method("name", params -> JsonValue.of("name"))
                .method("wait", params -> Calls.wait(inside, release))
                .listen("tcp://127.0.0.1:0")
                .start();
        peer = Peer.connect(server.uri());
    }

    @AfterEach
    void close() {
        release.countDown();
        peer.close();
        server.close();
    }

    private static JsonValue number(int number) {
        return JsonValue.array(JsonValue.of(number));
    }

    private void echo(int number) {
        assertThat(peer.call(ECHO, number(number))).isEqualTo(number(number));
    }

    private List<CompletableFuture<JsonValue>> echoAsync(int from, int to) {
        List<CompletableFuture<JsonValue>> answers = new ArrayList<>();
        for (int i = from; i < to; i++) {
            answers.add(peer.callAsync(ECHO, number(i)));
        }
        return answers;
    }

    private static void check(List<CompletableFuture<JsonValue>> answers, int from) throws Exception {
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).isEqualTo(number(from + i));
        }
    }

    private void awaitLeading() {
        // A busy machine may let more than ten milliseconds pass between two calls: then the loop's thread reads one
        // more.
        String me = Thread.currentThread().getName();
        while (!peer.call(READER).equals(me)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoCallsAgainAndAgainReadsItsAnswersItself() throws Exception {
        check(echoAsync(0, 1), 0);
        String me = Thread.currentThread().getName();
        int own = 0;
        for (int i = 0; i < 1000; i++) {
            own += peer.call(READER).equals(me) ? 1 : 0;
        }
        assertThat(own).isGreaterThan(500);
    }

    @Test
    void oneAfterTheOtherThenManyThenOneAfterTheOther() throws Exception {
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 50; i++) {
                echo(i);
            }
            List<CompletableFuture<JsonValue>> many = echoAsync(0, 100);
            for (int i = 0; i < 50; i++) {
                echo(i);
            }
            check(many, 0);
        }
    }

    @Test
    void eightThreadsWaitAtOnce() throws Exception {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int first = t * 2_000;
            threads.add(inThread(() -> {
                for (int i = first; i < first + 2_000; i++) {
                    echo(i);
                }
            }));
        }
        for (CompletableFuture<Void> thread : threads) {
            thread.get(50, TimeUnit.SECONDS);
        }
    }

    /** Each thread does what leaves no leader, or another one, for the others' answers. */
    @Test
    void noAnswerIsLeftLyingHoweverCallersMix() throws Exception {
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            threads.add(inThread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    int first = thread * 10_000 + i * 5;
                    List<CompletableFuture<JsonValue>> some = echoAsync(first, first + (i + thread) % 5);
                    for (int own = first + (i + thread) % 5; own < first + 5; own++) {
                        echo(own);
                    }
                    check(some, first);
                }
            }));
        }
        for (CompletableFuture<Void> thread : threads) {
            thread.get(50, TimeUnit.SECONDS);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private static CompletableFuture<Void> inThread(Step step) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    @Test
    void theOtherEndMayCallWhileWeWaitAndWhileWeDoNot() throws Exception {
        Peer client = Calls.onlyPeer(server);
        MethodDescriptor<JsonValue> twice = MethodDescriptor.untyped("twice");
        CompletableFuture<Throwable> waits = new CompletableFuture<>();
        inThread(() -> waits.complete(catchThrowable(() -> peer.call(WAIT, JsonValue.array()))));
        inside.await();
        assertThatThrownBy(() -> client.call(twice, number(1))).hasMessage("Method not found (-32601)");
        release.countDown();
        assertThat(waits.get(20, TimeUnit.SECONDS)).isNull();
        echo(1);
        assertThatThrownBy(() -> client.call(twice, number(2))).hasMessage("Method not found (-32601)");
    }

    @Test
    void aClientThatOffersSomethingIsReadByAnEventLoop() throws Exception {
        CompletableFuture<JsonValue> heard = new CompletableFuture<>();
        try (Peer offering = Peer.builder()
                .method("note", params -> {
                    heard.complete(params);
                    return JsonValue.of("heard");
                })
                .connect(server.uri())) {
            for (int i = 0; i < 100; i++) {
                assertThat(offering.call(READER)).matches("parley-io-\\d+-\\d+");
            }
            MethodDescriptor<?> note = MethodDescriptor.notification("note")
                    .parameter(Parameter.required("what", Codecs.STRING))
                    .build();
            server.peers().forEach(client -> client.notify(note, "news"));
            assertThat(heard.get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.array(JsonValue.of("news")));
        }
    }

    /** A virtual thread that led would hold its carrier, of which there are as many as processors. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aThousandVirtualThreadsWaitAtOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(1_000);
        Executor virtual = (Executor)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        try (RpcServer slow = RpcServer.builder()
                        .method("meet", params -> {
                            all.countDown();
                            return Calls.wait(all, all);
                        })
                        .limits(Limits.DEFAULT.change().callsInFlight(1_000).build())
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Peer client = Peer.connect(slow.uri())) {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                calls.add(CompletableFuture.supplyAsync(
                        () -> client.call(MethodDescriptor.untyped("meet"), JsonValue.array()), virtual));
            }
            for (CompletableFuture<JsonValue> call : calls) {
                assertThat(call.get(50, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @Test
    void aServerThatClosesIsNoticedWhileNobodyCalls() throws Exception {
        awaitLeading();
        Calls.onlyPeer(server).close();
        peer.ended().get(1, TimeUnit.SECONDS);
    }

    @Test
    void aTimeLimitEndsTheCallOfWhoLeads() {
        awaitLeading();
        assertThatThrownBy(() -> peer.timeout(Duration.ofMillis(100)).call(WAIT, JsonValue.array()))
                .isInstanceOf(RpcTimeoutException.class)
                .hasMessage("wait was not answered by " + Calls.name(peer) + " within 100 ms");
        release.countDown();
        echo(1);
    }

    @Test
    void whoIsInterruptedAlreadyHarmsNobody() throws Exception {
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        inThread(() -> {
            awaitLeading();
            Thread.currentThread().interrupt();
            thrown.complete(catchThrowable(() -> peer.call(WAIT, JsonValue.array())));
            kept.complete(Thread.currentThread().isInterrupted());
        });
        assertThat(thrown.get(20, TimeUnit.SECONDS))
                .isInstanceOf(RpcInterruptedException.class)
                .hasMessage("the thread that waited for wait was interrupted");
        assertThat(kept.get(20, TimeUnit.SECONDS)).isTrue();
        inside.await(); // it was sent
        echo(1);
    }

    @Test
    void closingEndsTheCallOfWhoLeads() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        inThread(() -> {
            awaitLeading();
            thrown.complete(catchThrowable(() -> peer.call(WAIT, JsonValue.array())));
        });
        inside.await();
        peer.close();
        assertThat(thrown.get(20, TimeUnit.SECONDS))
                .isInstanceOf(RpcConnectionException.class)
                .hasMessage("the connection to " + Calls.name(peer) + " was closed");
    }

    @Test
    void whatDependsOnAnAnswerMustNotWaitOnTheThreadThatReads() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        peer.callAsync(WAIT, JsonValue.array())
                .thenAccept(answer -> thrown.complete(catchThrowable(() -> peer.call(ECHO, number(1)))));
        inside.await();
        release.countDown();
        while (!thrown.isDone()) {
            echo(1);
        }
        assertThat(thrown.get())
                .isInstanceOf(RpcBlockingException.class)
                .hasMessage(
                        "a call of echo would block the thread that has to read its answer. Use the client's async() here"
                                + " and go on in thenApply or thenCompose, give the peer a callback executor, or don't declare"
                                + " the method non-blocking.");
    }

    @Test
    void aCallThatACallNeedsIsReadByTheSameThread() {
        MethodDescriptor<JsonValue> echo = MethodDescriptor.call("echo", Codecs.JSON_VALUE)
                .parameter(Parameter.required("value", new Codec<Integer>() {
                    @Override
                    public Integer read(ValueReader in) {
                        return in.readInt();
                    }

                    @Override
                    public void write(ValueWriter out, Integer value) {
                        echo(value);
                        out.writeInt(value);
                    }
                }))
                .build();
        for (int i = 0; i < 100; i++) {
            assertThat(peer.call(echo, i)).isEqualTo(number(i));
        }
    }
}
