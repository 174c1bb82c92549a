package dev.parley.peer;

import static dev.parley.peer.Bodies.WORK;
import static dev.parley.peer.Bodies.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.conformance.Places;
import dev.parley.contract.RpcBlockingException;
import dev.parley.contract.RpcErrorException;
import dev.parley.proxy.CallBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few connections, deep calls and waiting callbacks keep nobody else waiting. */
@Timeout(60)
class FairThreadsTest {
    @Test
    void twoConnectionsFullOfSlowCallsDoNotDelayAThird() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            if (value.equals("slow")) {
                                release.await();
                            }
                            return value;
                        }))
                        .handlerThreads(16)
                        .listen(uri)
                        .start();
                Peer first = Peer.connect(uri);
                Peer second = Peer.connect(uri);
                Peer third = Peer.connect(uri)) {
            List<CompletableFuture<String>> slow = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                slow.add(first.callAsync(WORK, "slow"));
                slow.add(second.callAsync(WORK, "slow"));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(third.call(WORK, "quick")).isEqualTo("quick");
            }
            assertThat(slow).noneMatch(CompletableFuture::isDone);
            release.countDown();
            for (CompletableFuture<String> call : slow) {
                assertThat(soon(call)).isEqualTo("slow");
            }
        }
    }

    /** Calls that call each other without end are refused where they would otherwise wait for ever. */
    @Test
    void endlessMutualCallsEndInAnError() throws Exception {
        Bodies endless = Bodies.all(value -> Peer.current().orElseThrow().call(WORK, value));
        String uri = Places.next("");
        Limits few = Limits.DEFAULT.change().callsInFlight(8).callsQueued(32).build();
        try (RpcServer server = RpcServer.builder()
                        .service(endless)
                        .limits(few)
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().service(endless).limits(few).connect(uri)) {
            assertThat(catchThrowable(() -> peer.call(WORK, "a")))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Server busy (-32009): \"8 calls are in flight on this connection and 32 wait\"");
        }
    }

    /** How a callback may try to wait. */
    enum Wait {
        JOIN,
        GET,
        JOIN_OF_DEPENDENT,
        JOIN_OF_BATCH
    }

    private static void wait(Peer peer, Wait how) throws Exception {
        switch (how) {
            case JOIN -> peer.callAsync(WORK, "b").join();
            case GET -> peer.callAsync(WORK, "b").get();
            case JOIN_OF_DEPENDENT ->
                peer.callAsync(WORK, "b").thenApply(text -> text).join();
            case JOIN_OF_BATCH -> {
                CallBatch batch = peer.batch();
                batch.call(WORK, "b");
                batch.send().join();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aCallbackThatWaitsIsRefusedAtOnce(String mode) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            release.await();
                            return value;
                        }))
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            List<CompletableFuture<Throwable>> thrown = new ArrayList<>();
            for (Wait how : Wait.values()) {
                thrown.add(peer.callAsync(WORK, "a").thenApply(text -> catchThrowable(() -> wait(peer, how))));
            }
            release.countDown();
            for (CompletableFuture<Throwable> each : thrown) {
                assertThat(soon(each))
                        .isInstanceOf(RpcBlockingException.class)
                        .hasMessageContaining(" would block the thread that has to read its answer. Use the client's");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void callbacksOnAnExecutorMayWait(String mode) throws Exception {
        ExecutorService callbacks = Executors.newCachedThreadPool();
        CountDownLatch release = new CountDownLatch(1);
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            release.await();
                            return value;
                        }))
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().callbackExecutor(callbacks).connect(uri)) {
            CompletableFuture<String> twice = peer.callAsync(WORK, "a").thenApply(text -> text + peer.call(WORK, "b"));
            release.countDown();
            assertThat(soon(twice)).isEqualTo("ab");
            callbacks.shutdown();
            assertThat(soon(peer.callAsync(WORK, "c"))).isEqualTo("c");
        } finally {
            callbacks.shutdown();
        }
    }

    @Test
    void anExecutorThatRefusesAnswersBusy() throws Exception {
        ExecutorService none = Executors.newSingleThreadExecutor();
        none.shutdown();
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .handlerExecutor(none)
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            for (int i = 0; i < 2; i++) {
                assertThat(catchThrowable(() -> peer.call(WORK, "a")))
                        .isInstanceOf(RpcErrorException.class)
                        .hasMessage("Server busy (-32009): \"no thread takes further calls\"");
            }
        }
    }
}
