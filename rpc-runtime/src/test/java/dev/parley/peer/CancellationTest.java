package dev.parley.peer;

import static dev.parley.peer.Bodies.HERE;
import static dev.parley.peer.Bodies.NOTE;
import static dev.parley.peer.Bodies.STUBBORN;
import static dev.parley.peer.Bodies.WORK;
import static dev.parley.peer.Bodies.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.CallContext;
import dev.parley.contract.CallOptions;
import dev.parley.contract.RpcInterruptedException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.proxy.CallBatch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that end before their handlers do: by their caller, its time, its connection, or a limit of the server's. */
@Timeout(60)
class CancellationTest {
    private static final String HELLO =
            "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.extensions\",\"params\":{\"extensions\":[\"calls\"]},\"id\":0}";
    private static final String CANCELLED =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32800,\"message\":\"Cancelled\"}}";

    /** A handler that waits until it is interrupted, and says so. */
    private static final class Waiting implements Bodies.Body {
        final CountDownLatch inside = new CountDownLatch(1);
        final CompletableFuture<String> stopped = new CompletableFuture<>();

        @Override
        public Object run(String value) throws InterruptedException {
            if (value.equals("at once")) {
                return value;
            }
            CallContext call = CallContext.current();
            inside.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                stopped.complete("interrupted, cancelled: " + call.isCancelled());
                throw e;
            }
        }
    }

    private final Waiting waiting = new Waiting();

    private RpcServer serve(String uri) throws IOException {
        return serve(waiting, uri);
    }

    private static RpcServer serve(Bodies.Body body, String uri) throws IOException {
        return RpcServer.builder().service(Bodies.all(body)).listen(uri).start();
    }

    private static Peer extended(String uri) throws IOException {
        return Peer.builder().extended().connect(uri);
    }

    private static String place(String mode) {
        return mode.equals("tcp") ? "tcp://127.0.0.1:0" : Places.next(mode);
    }

    private void handlerStops() throws Exception {
        assertThat(soon(waiting.stopped)).isEqualTo("interrupted, cancelled: true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void cancellingTheFutureStopsTheHandler(String mode) throws Exception {
        try (RpcServer server = serve(place(mode));
                Peer peer = extended(server.uri())) {
            CompletableFuture<String> call = peer.callAsync(WORK, "a");
            waiting.inside.await();
            assertThat(call.cancel(true)).isTrue();
            handlerStops();
            assertThat(peer.call(WORK, "at once")).isEqualTo("at once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void interruptingABlockedCallerStopsTheHandler(String mode) throws Exception {
        try (RpcServer server = serve(place(mode));
                Peer peer = extended(server.uri())) {
            CompletableFuture<String> thrown = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                Throwable why = catchThrowable(() -> peer.call(WORK, "a"));
                thrown.complete(why.getClass().getSimpleName() + ": " + why.getMessage() + ", flag "
                        + Thread.currentThread().isInterrupted());
            });
            caller.start();
            waiting.inside.await();
            caller.interrupt();
            assertThat(soon(thrown))
                    .isEqualTo("RpcInterruptedException: the thread that waited for work was interrupted, flag true");
            handlerStops();
            assertThat(peer.call(WORK, "at once")).isEqualTo("at once");
        }
    }

    /** The interrupt came before the call: neither its connection nor other calls may suffer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void anInterruptedThreadThatCallsHurtsNothingElse(String mode) throws Exception {
        try (RpcServer server = serve(place(mode));
                Peer peer = extended(server.uri())) {
            CompletableFuture<String> other = peer.callAsync(WORK, "a");
            waiting.inside.await();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> peer.call(WORK, "b"))
                    .isInstanceOf(RpcInterruptedException.class)
                    .hasMessage("the thread that waited for work was interrupted");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(peer.call(WORK, "at once")).isEqualTo("at once");
            assertThat(other).isNotDone();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void aTimeOutOfTheCallerStopsTheHandler(String mode) throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(waiting))
                        .limits(Limits.DEFAULT
                                .change()
                                .handlerTimeout(Duration.ZERO)
                                .build())
                        .listen(place(mode))
                        .start();
                Peer peer = extended(server.uri())) {
            assertThatThrownBy(() -> peer.timeout(Duration.ofMillis(100)).call(WORK, "a"))
                    .isInstanceOf(RpcTimeoutException.class)
                    .hasMessage("work was not answered by " + Calls.name(peer) + " within 100 ms");
            handlerStops();
        }
    }

    /** The caller's own time-out is far away: only the deadline that it sent can end the handler. */
    @Test
    void theDeadlineEndsAHandlerWhoseCallerSaysNothingMore() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(uri);
                RawConnection client = RawConnection.connect(uri)) {
            client.ask(HELLO);
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1,"
                            + "\"context\":{\"timeout\":30}}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32012,\"message\":"
                            + "\"Deadline exceeded\",\"data\":\"the caller waits no longer than 30 ms\"}}");
            handlerStops();
        }
    }

    @Test
    void aCancelledCallIsAnsweredOnce() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        String uri = Places.next("");
        Bodies.Body deaf = value -> {
            inside.countDown();
            awaitUninterruptibly(goOn);
            return value;
        };
        try (RpcServer server = serve(new Bodies(deaf, value -> value, deaf), uri);
                RawConnection client = RawConnection.connect(uri)) {
            client.ask(HELLO);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1}");
            inside.await();
            String cancel = "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.cancel\",\"params\":{\"id\":1}}";
            assertThat(client.ask(cancel)).isEqualTo(CANCELLED);
            client.send(cancel);
            goOn.countDown();
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"here\",\"params\":[\"b\"],\"id\":2}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"b\"}");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.cancel\",\"params\":{\"id\":3}}");
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"c\"],\"id\":3}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":\"c\"}");
        }
    }

    private static RpcServer serve(Bodies bodies, String uri) throws IOException {
        return RpcServer.builder().service(bodies).listen(uri).start();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // Deaf on purpose.
            }
        }
    }

    @Test
    void aQueuedCallThatIsCancelledNeverRuns() throws Exception {
        Semaphore permits = new Semaphore(0);
        LinkedBlockingQueue<String> ran = new LinkedBlockingQueue<>();
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            ran.add(value);
                            permits.acquire();
                            return value;
                        }))
                        .limits(Limits.DEFAULT.change().callsInFlight(1).build())
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            client.ask(HELLO);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":\"first\"}");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"b\"],\"id\":1}");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"c\"],\"id\":\"third\"}");
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.cancel\",\"params\":{\"id\":1}}"))
                    .isEqualTo(CANCELLED);
            permits.release(2);
            assertThat(client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"first\",\"result\":\"a\"}");
            assertThat(client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"third\",\"result\":\"c\"}");
            assertThat(ran).containsExactly("a", "c");
        }
    }

    @Test
    void anEntryOfABatchIsCancelledAlone() throws Exception {
        try (RpcServer server = serve(Places.next(""));
                Peer peer = extended(server.uri())) {
            CallBatch batch = peer.batch();
            CompletableFuture<String> cancelled = batch.call(WORK, "a");
            CompletableFuture<String> other = batch.call(WORK, "at once");
            CompletableFuture<?> all = batch.send();
            waiting.inside.await();
            cancelled.cancel(true);
            handlerStops();
            soon(all);
            assertThat(other).isCompletedWithValue("at once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void anEntryCancelledBeforeItsBatchIsSentIsLeftOut(String mode) throws Exception {
        LinkedBlockingQueue<String> ran = new LinkedBlockingQueue<>();
        try (RpcServer server = serve((Bodies.Body) value -> ran.add(value) ? value : "", Places.next(mode));
                Peer peer = Peer.connect(server.uri())) {
            CallBatch batch = peer.batch();
            batch.call(WORK, "a").cancel(true);
            CompletableFuture<String> other = batch.call(WORK, "b");
            soon(batch.send());
            assertThat(other).isCompletedWithValue("b");
            CallBatch nothing = peer.batch();
            nothing.call(WORK, "c").cancel(true);
            soon(nothing.send());
            assertThat(ran).containsExactly("b");
        }
    }

    /** An exchange is given up when nobody waits for any of its answers. */
    @Test
    void anExchangeWithABatchIsAbortedWithItsLastEntry() throws Exception {
        try (RpcServer server = serve(Places.next("?mode=exchange"));
                Peer peer = Peer.connect(server.uri())) {
            CallBatch batch = peer.batch();
            CompletableFuture<String> first = batch.call(WORK, "a");
            CompletableFuture<String> second = batch.call(WORK, "b");
            batch.send();
            waiting.inside.await();
            first.cancel(true);
            assertThat(waiting.stopped).isNotDone();
            second.cancel(true);
            handlerStops();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aFutureThatAHandlerReturnedIsCancelled(String mode) throws Exception {
        CompletableFuture<String> returned = new CompletableFuture<>();
        CountDownLatch inside = new CountDownLatch(1);
        try (RpcServer server = serve(
                        (Bodies.Body) value -> {
                            inside.countDown();
                            return returned;
                        },
                        Places.next(mode));
                Peer peer = extended(server.uri())) {
            CompletableFuture<String> call = peer.callAsync(HERE, "a");
            inside.await();
            call.cancel(true);
            assertThat(catchThrowable(() -> soon(returned)))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);
        }
    }

    /** The next task of the thread must not find the interrupt that was meant for the call. */
    @Test
    void anInterruptStaysWithItsCall() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        String uri = Places.next("");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            if (value.equals("flag")) {
                                return String.valueOf(Thread.currentThread().isInterrupted());
                            }
                            inside.countDown();
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            interrupted.countDown();
                            return value;
                        }))
                        .handlerExecutor(one)
                        .listen(uri)
                        .start();
                Peer peer = extended(uri)) {
            CompletableFuture<String> call = peer.callAsync(WORK, "a");
            inside.await();
            call.cancel(true);
            interrupted.await();
            assertThat(peer.call(WORK, "flag")).isEqualTo("false");
        } finally {
            one.shutdown();
        }
    }

    @Test
    void anUninterruptibleMethodLearnsItFromItsContext() throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CountDownLatch inside = new CountDownLatch(1);
        try (RpcServer server = serve(
                        (Bodies.Body) value -> {
                            CallContext call = CallContext.current();
                            CountDownLatch cancelled = new CountDownLatch(1);
                            call.onCancel(cancelled::countDown);
                            inside.countDown();
                            cancelled.await();
                            flag.complete(Thread.currentThread().isInterrupted());
                            return value;
                        },
                        Places.next(""));
                Peer peer = extended(server.uri())) {
            CompletableFuture<String> call = peer.callAsync(STUBBORN, "a");
            inside.await();
            call.cancel(true);
            assertThat(soon(flag)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void theEndOfTheConnectionStopsHandlers(String mode) throws Exception {
        try (RpcServer server = serve(place(mode))) {
            Peer peer = extended(server.uri());
            CompletableFuture<String> call = peer.callAsync(WORK, "a");
            waiting.inside.await();
            peer.close();
            handlerStops();
            assertThat(call).failsWithin(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void closingTheServerStopsHandlersAfterItsTime(String mode) throws Exception {
        RpcServer server = RpcServer.builder()
                .service(Bodies.all(waiting))
                .limits(Limits.DEFAULT
                        .change()
                        .drainTimeout(Duration.ofMillis(20))
                        .build())
                .listen(place(mode))
                .start();
        try (Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<String> call = peer.callAsync(WORK, "a");
            waiting.inside.await();
            server.close();
            handlerStops();
            assertThat(call).failsWithin(20, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void notificationsBeforeAnOrderlyEndRunToCompletion(String mode) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        CompletableFuture<List<String>> all = new CompletableFuture<>();
        try (RpcServer server = serve(
                (Bodies.Body) value -> {
                    inside.countDown();
                    goOn.await();
                    done.add(value);
                    if (done.size() == 3) {
                        all.complete(done);
                    }
                    return null;
                },
                place(mode))) {
            Peer peer = Peer.connect(server.uri());
            CallBatch batch = peer.batch();
            for (String value : List.of("a", "b", "c")) {
                batch.notify(NOTE, value);
            }
            batch.send();
            inside.await();
            peer.close();
            soon(peer.ended());
            goOn.countDown();
            assertThat(soon(all)).containsExactly("a", "b", "c");
        }
    }

    /** A handler that nothing stops holds its thread, but nothing that others need. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange", "tcp"})
    void handlersThatNeverEndKeepOutNobody(String mode) throws Exception {
        CountDownLatch inside = new CountDownLatch(4);
        CountDownLatch end = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .service(new Bodies(
                                value -> {
                                    if (value.equals("stuck")) {
                                        inside.countDown();
                                        awaitUninterruptibly(end);
                                    }
                                    return value;
                                },
                                value -> value,
                                value -> null))
                        .handlerThreads(4)
                        .limits(Limits.DEFAULT
                                .change()
                                .drainTimeout(Duration.ofMillis(20))
                                .build())
                        .listen(place(mode))
                        .start();
                Peer good = Peer.connect(server.uri())) {
            List<Peer> bads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Peer bad = Peer.connect(server.uri());
                for (int n = 0; n < 140; n++) {
                    bad.callAsync(WORK, "stuck");
                }
                bads.add(bad);
            }
            inside.await();
            bads.forEach(Peer::close);
            for (int i = 0; i < 20; i++) {
                assertThat(good.call(WORK, "good")).isEqualTo("good");
            }
            List<CompletableFuture<String>> atOnce = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                atOnce.add(good.callAsync(WORK, "good"));
            }
            for (CompletableFuture<String> call : atOnce) {
                assertThat(soon(call)).isEqualTo("good");
            }
        } finally {
            end.countDown();
        }
    }

    /** A notification that does not end within its time gives up its place in the order. */
    @Test
    void aNotificationBeyondItsTimeHoldsUpNothing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<String> noted = new AtomicReference<>("");
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new Bodies(value -> noted.get(), value -> noted.get(), value -> {
                            noted.set(value);
                            awaitUninterruptibly(end);
                            return null;
                        }))
                        .limits(Limits.DEFAULT
                                .change()
                                .handlerTimeout(Duration.ofMillis(50))
                                .build())
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            peer.notify(NOTE, "stuck");
            assertThat(soon(peer.callAsync(WORK, "a"))).isEqualTo("stuck");
            assertThat(soon(peer.callAsync(HERE, "a"))).isEqualTo("stuck");
        } finally {
            end.countDown();
        }
    }

    @Test
    void aCallThatAnInterceptorHoldsBackCanBeCancelled() throws Exception {
        LinkedBlockingQueue<String> ran = new LinkedBlockingQueue<>();
        CompletableFuture<?> hold = new CompletableFuture<>();
        try (RpcServer server = serve((Bodies.Body) value -> ran.add(value) ? value : "", Places.next(""));
                Peer peer = Peer.builder()
                        .callInterceptor((call, next) -> hold.thenCompose(nothing -> {
                            try {
                                return next.proceed();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        }))
                        .connect(server.uri())) {
            CompletableFuture<String> cancelled = peer.callAsync(WORK, "a");
            CompletableFuture<String> other = peer.callAsync(WORK, "b");
            cancelled.cancel(true);
            hold.complete(null);
            assertThat(soon(other)).isEqualTo("b");
            assertThat(ran).containsExactly("b");
        }
    }

    /** Whatever an interceptor makes of the stage: cancelling reaches the call at the other end. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void cancellingReachesThroughInterceptors(String mode) throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(waiting))
                        .interceptor((call, next) -> next.proceed().thenApply(value -> value))
                        .listen(Places.next(mode))
                        .start();
                Peer peer = Peer.builder()
                        .extended()
                        .callInterceptor((call, next) -> next.proceed().thenApply(value -> value))
                        .connect(server.uri())) {
            CompletableFuture<String> call = peer.with(CallOptions.NONE).callAsync(WORK, "a");
            waiting.inside.await();
            call.cancel(true);
            handlerStops();
        }
    }
}
