package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.contract.Arguments;
import dev.parley.contract.CallContext;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.proxy.CallBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order, limits and cancellation are the same whichever way messages travel. */
@Timeout(60)
class SeamFaultsTest {
    private static final MethodDescriptor<Integer> COUNT =
            MethodDescriptor.call("count", Codecs.INT).build();
    private static final MethodDescriptor<@Nullable Void> NOTE =
            MethodDescriptor.notification("note").build();
    private static final MethodDescriptor<JsonValue> WAIT = MethodDescriptor.untyped("wait");

    /** Counts its notifications, the first of which waits for a gate. */
    private static final class Notes implements Service {
        private final boolean strictOrder;
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger noted = new AtomicInteger();
        private final AtomicInteger atOnce = new AtomicInteger();
        private volatile boolean overlapped;

        Notes(boolean strictOrder) {
            this.strictOrder = strictOrder;
        }

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("Notes", List.of(COUNT, NOTE), strictOrder, () -> null);
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) throws InterruptedException {
            overlapped |= atOnce.incrementAndGet() > 1;
            try {
                if (method == 0) {
                    return noted.get();
                }
                inside.countDown();
                gate.await();
                noted.incrementAndGet();
                return null;
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"?mode=duplex,false", "?mode=duplex,true", "?mode=exchange,false", "?mode=exchange,true"})
    void aCallOfABatchSeesTheNotificationsBeforeIt(String mode, boolean strictOrder) throws Exception {
        Notes notes = new Notes(strictOrder);
        try (RpcServer server = RpcServer.builder()
                        .service(notes)
                        .listen(Places.next(mode))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            CallBatch batch = peer.batch();
            for (int i = 0; i < 10; i++) {
                batch.notify(NOTE);
            }
            CompletableFuture<Integer> count = batch.call(COUNT);
            batch.send();
            assertThat(notes.inside.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(count).isNotDone();
            notes.gate.countDown();
            assertThat(count.get(20, TimeUnit.SECONDS)).isEqualTo(10);
            assertThat(notes.overlapped).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void noMoreCallsRunAtOnceThanMay(String mode) throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        CountDownLatch gate = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            four.countDown();
                            gate.await();
                            running.decrementAndGet();
                            return params;
                        })
                        .limits(Limits.DEFAULT
                                .change()
                                .callsInFlight(4)
                                .callsQueued(46)
                                .build())
                        .listen(Places.next(mode))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(peer.callAsync(WAIT, JsonValue.array()));
            }
            assertThat(four.await(20, TimeUnit.SECONDS)).isTrue();
            gate.countDown();
            CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
            assertThat(most).hasValue(4);
        }
    }

    @Test
    void theBytesThatWaitForAnExchangesTurnAreLimited() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> {
                            inside.countDown();
                            gate.await();
                            return JsonValue.nothing();
                        })
                        .limits(Limits.DEFAULT
                                .change()
                                .callsInFlight(1)
                                .bytesQueued(1000)
                                .build())
                        .listen(Places.next("?mode=exchange"))
                        .start();
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<JsonValue> running = peer.callAsync(WAIT, JsonValue.array());
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            JsonValue large = JsonValue.array(JsonValue.of("x".repeat(1000)));
            // Exchanges come in any order: one of the two waits, the other is refused.
            List<CompletableFuture<JsonValue>> both = List.of(peer.callAsync(WAIT, large), peer.callAsync(WAIT, large));
            CompletableFuture<String> refused = new CompletableFuture<>();
            both.forEach(call -> call.whenComplete((value, thrown) -> {
                if (thrown != null) {
                    refused.complete(thrown.getMessage());
                }
            }));
            assertThat(refused.get(20, TimeUnit.SECONDS)).startsWith("Server busy (-32009)");
            gate.countDown();
            assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.nothing());
            int served = 0;
            for (CompletableFuture<JsonValue> call : both) {
                served += call.handle((value, thrown) -> thrown == null ? 1 : 0).get(20, TimeUnit.SECONDS);
            }
            assertThat(served).isEqualTo(1);
        }
    }

    /** A server whose handler says when it was cancelled. */
    private static final class Cancellable {
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch cancelled = new CountDownLatch(1);

        RpcServer serve(String mode) throws Exception {
            return RpcServer.builder()
                    .method("wait", params -> {
                        CallContext.current().onCancel(cancelled::countDown);
                        inside.countDown();
                        cancelled.await();
                        return params;
                    })
                    .method("echo", params -> params)
                    .listen(Places.next(mode))
                    .start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void cancellingBehindAnInterceptorReachesTheHandler(String mode) throws Exception {
        Cancellable cancellable = new Cancellable();
        try (RpcServer server = cancellable.serve(mode);
                Peer peer = Peer.builder()
                        .extended()
                        .callInterceptor((call, next) -> next.proceed().thenApply(value -> value))
                        .connect(server.uri())) {
            CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
            assertThat(cancellable.inside.await(20, TimeUnit.SECONDS)).isTrue();
            call.cancel(false);
            assertThat(cancellable.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
            assertNothingPending(peer, mode);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void aCallThatWasCancelledBeforeItWasSentIsNeverSent(String mode) throws Exception {
        Cancellable cancellable = new Cancellable();
        CompletableFuture<String> open = new CompletableFuture<>();
        try (RpcServer server = cancellable.serve(mode);
                Peer peer = Peer.builder()
                        .callInterceptor((call, next) -> open.thenCompose(opened -> proceed(next)))
                        .connect(server.uri())) {
            CompletableFuture<JsonValue> call = peer.callAsync(WAIT, JsonValue.array());
            call.cancel(false);
            open.complete("now");
            assertNothingPending(peer, mode);
            assertThat(cancellable.inside.getCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void anEntryOfABatchThatWasCancelledBeforeIsNotSent(String mode) throws Exception {
        Cancellable cancellable = new Cancellable();
        try (RpcServer server = cancellable.serve(mode);
                Peer peer = Peer.connect(server.uri())) {
            CallBatch batch = peer.batch();
            CompletableFuture<JsonValue> cancelled = batch.call(WAIT, JsonValue.array());
            CompletableFuture<JsonValue> other = batch.call(MethodDescriptor.untyped("echo"), JsonValue.array());
            cancelled.cancel(false);
            batch.send().get(20, TimeUnit.SECONDS);
            assertThat(other.get(20, TimeUnit.SECONDS)).isEqualTo(JsonValue.array());
            assertNothingPending(peer, mode);
            assertThat(cancellable.inside.getCount()).isEqualTo(1);
            CallBatch empty = peer.batch();
            empty.call(WAIT, JsonValue.array()).cancel(false);
            assertThat(empty.send()).succeedsWithin(Duration.ofSeconds(20));
            assertNothingPending(peer, mode);
        }
    }

    /** On an exchange nothing outlives its exchange; a connection says itself whether it waits for an answer. */
    private static void assertNothingPending(Peer peer, String mode) {
        if (mode.equals("?mode=duplex")) {
            assertThat(peer.handler().isWaiting()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?mode=duplex", "?mode=exchange"})
    void anInterceptorMayCallAgainAfterAFailure(String mode) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (RpcServer server = RpcServer.builder()
                        .method("wait", params -> {
                            if (tries.incrementAndGet() < 3) {
                                throw new RpcErrorException(7, "not yet");
                            }
                            return JsonValue.of("third");
                        })
                        .listen(Places.next(mode))
                        .start();
                Peer peer = Peer.builder()
                        .callInterceptor((call, next) -> again(next, 3))
                        .connect(server.uri())) {
            assertThat(peer.callAsync(WAIT, JsonValue.array()).get(20, TimeUnit.SECONDS))
                    .isEqualTo(JsonValue.of("third"));
            assertNothingPending(peer, mode);
        }
    }

    private static CompletableFuture<@Nullable Object> again(Interceptor.Next next, int tries) {
        return proceed(next)
                .handle((value, thrown) -> thrown == null || tries == 1
                        ? CompletableFuture.completedFuture(value)
                        : again(next, tries - 1))
                .thenCompose(result -> result);
    }

    private static CompletableFuture<@Nullable Object> proceed(Interceptor.Next next) {
        try {
            return next.proceed().<@Nullable Object>thenApply(value -> value).toCompletableFuture();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
