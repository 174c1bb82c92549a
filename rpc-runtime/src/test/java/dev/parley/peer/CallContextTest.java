package dev.parley.peer;

import static dev.parley.peer.Bodies.HERE;
import static dev.parley.peer.Bodies.NOTE;
import static dev.parley.peer.Bodies.WORK;
import static dev.parley.peer.Bodies.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.contract.CallContext;
import dev.parley.contract.CallOptions;
import dev.parley.contract.ConnectionContext;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcErrorException;
import dev.parley.proxy.Caller;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a call beside its arguments, as handlers, interceptors and callers see it. */
@Timeout(60)
class CallContextTest {
    private static final CallOptions BLUE = CallOptions.NONE.metadata("Tenant", "blue");

    private static RpcServer serve(Bodies bodies, String uri) throws IOException {
        return RpcServer.builder().service(bodies).listen(uri).start();
    }

    private static Peer extended(String uri) throws IOException {
        return Peer.builder().extended().connect(uri);
    }

    @Test
    void outsideOfHandlersThereIsNoCall() {
        CallContext none = CallContext.current();
        none.onCancel(() -> {
            throw new AssertionError("never cancelled");
        });
        none.progress(JsonValue.of(1));
        assertThat(none.method()).isEmpty();
        assertThat(none.connection()).isSameAs(ConnectionContext.NONE);
        assertThat(none.metadata("tenant")).isNull();
        assertThat(none.timeLeft()).isEmpty();
        assertThat(none.isCancelled()).isFalse();
        assertThat(none.principal()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void everyKindOfHandlerHasItsOwn(String mode) throws Exception {
        LinkedBlockingQueue<CallContext> seen = new LinkedBlockingQueue<>();
        String uri = Places.next(mode);
        try (RpcServer server = serve(
                        Bodies.all(value -> {
                            seen.add(CallContext.current());
                            return CompletableFuture.completedFuture(value);
                        }),
                        uri);
                Peer peer = extended(uri)) {
            peer.call(WORK, "a");
            assertThat(take(seen).method()).isEqualTo("work");
            peer.call(HERE, "a");
            assertThat(take(seen).method()).isEqualTo("here");
            peer.notify(NOTE, "a");
            CallContext note = take(seen);
            assertThat(note.method()).isEqualTo("note");
            assertThat(note.connection().transport()).isEqualTo("memory");
            assertThat(CallContext.current().method()).isEmpty();
        }
    }

    private static <T> T take(LinkedBlockingQueue<T> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "nothing came in time");
    }

    /** A thread that runs a handler of one connection may call in memory; afterwards it is the same handler's again. */
    @Test
    void theContextComesBackAfterANestedCall() throws Exception {
        String uri = Places.next("");
        try (RpcServer inner = serve(Bodies.all(value -> CallContext.current().method()), Places.next(""));
                Peer further = Peer.connect(inner.uri());
                RpcServer server = serve(
                        Bodies.all(value -> further.call(HERE, value) + ", then "
                                + CallContext.current().method()),
                        uri);
                Peer peer = Peer.connect(uri)) {
            assertThat(peer.call(WORK, "a")).isEqualTo("here, then work");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void metadataReachHandlersAndInterceptors(String mode) throws Exception {
        AtomicReference<@Nullable String> intercepted = new AtomicReference<>();
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> CallContext.current().metadata("tenant") + " "
                                + CallContext.current().metadata("trace")))
                        .interceptor((call, next) -> {
                            intercepted.set(call.context().metadata("TENANT") + " "
                                    + CallContext.current().metadata("tenant"));
                            return next.proceed();
                        })
                        .listen(uri)
                        .start();
                Peer peer = extended(uri)) {
            Caller blue = peer.with(BLUE);
            for (MethodDescriptor<String> method : List.of(WORK, HERE)) {
                assertThat(blue.call(method, "a")).isEqualTo("blue null");
                assertThat(intercepted.getAndSet(null)).isEqualTo("blue blue");
                assertThat(blue.with(CallOptions.NONE.metadata("trace", "7")).call(method, "a"))
                        .isEqualTo("blue 7");
                assertThat(peer.call(method, "a")).isEqualTo("null null");
            }
        }
    }

    @Test
    void metadataStayHereWhereThePeerWasNotAsked() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(
                        Bodies.all(value -> String.valueOf(CallContext.current().metadata("tenant"))), uri);
                Peer peer = Peer.connect(uri)) {
            assertThat(peer.with(BLUE).call(WORK, "a")).isEqualTo("null");
        }
    }

    /** A server that calls its client knows from the client's question what that understands. */
    @Test
    void theServerSendsThemToAClientThatAsked() throws Exception {
        String uri = Places.next("");
        Bodies back = Bodies.all(value -> String.valueOf(CallContext.current().metadata("tenant")));
        Bodies through =
                Bodies.all(value -> Peer.current().orElseThrow().with(BLUE).call(WORK, value));
        try (RpcServer server = serve(through, uri);
                Peer asked = Peer.builder().service(back).extended().connect(uri);
                Peer plain = Peer.builder().service(back).connect(uri)) {
            assertThat(asked.call(WORK, "a")).isEqualTo("blue");
            assertThat(plain.call(WORK, "a")).isEqualTo("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void theTimeOfTheCallerTravels(String mode) throws Exception {
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> timeLeft()))
                        .limits(Limits.DEFAULT
                                .change()
                                .handlerTimeout(Duration.ZERO)
                                .build())
                        .listen(uri)
                        .start();
                Peer peer = extended(uri)) {
            assertThat(seconds(peer.timeout(Duration.ofSeconds(500)).call(WORK, "a")))
                    .isBetween(400L, 500L);
            assertThat(peer.timeout(Duration.ZERO).call(WORK, "a")).isEqualTo("none");
        }
    }

    private static String timeLeft() {
        return CallContext.current()
                .timeLeft()
                .map(time -> time.toSeconds() + "")
                .orElse("none");
    }

    private static long seconds(String text) {
        return Long.parseLong(text);
    }

    @Test
    void theLimitOfHandlersCountsAsWell() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> timeLeft()))
                        .limits(Limits.DEFAULT
                                .change()
                                .handlerTimeout(Duration.ofSeconds(300))
                                .build())
                        .listen(uri)
                        .start();
                Peer peer = extended(uri)) {
            assertThat(seconds(peer.call(WORK, "a"))).isBetween(200L, 300L);
            assertThat(seconds(peer.timeout(Duration.ofSeconds(500)).call(WORK, "a")))
                    .isBetween(200L, 300L);
            assertThat(seconds(peer.timeout(Duration.ofSeconds(100)).call(WORK, "a")))
                    .isBetween(50L, 100L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aCallInsideAHandlerInheritsTheTime(String mode) throws Exception {
        String uri = Places.next(mode);
        String innerUri = Places.next(mode);
        try (RpcServer inner = serve(Bodies.all(value -> timeLeft()), innerUri);
                Peer further = extended(innerUri);
                RpcServer server = serve(Bodies.all(value -> further.call(WORK, value)), uri);
                Peer peer = extended(uri)) {
            assertThat(seconds(peer.timeout(Duration.ofSeconds(30)).call(WORK, "a")))
                    .isBetween(10L, 30L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void interceptorsSayWhoCalls(String mode) throws Exception {
        record User(String name) implements Principal {
            @Override
            public String getName() {
                return name;
            }
        }
        Queue<String> second = new ConcurrentLinkedQueue<>();
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> Objects.requireNonNull(
                                        CallContext.current().principal())
                                .getName()))
                        .interceptor((call, next) -> {
                            call.identify(new User("jim"));
                            return next.proceed();
                        })
                        .interceptor((call, next) -> {
                            second.add(String.valueOf(call.context().principal()));
                            return next.proceed();
                        })
                        .listen(uri)
                        .start();
                Peer peer = extended(uri)) {
            assertThat(peer.call(WORK, "a")).isEqualTo("jim");
            assertThat(peer.call(HERE, "a")).isEqualTo("jim");
            assertThat(second).containsExactly("User[name=jim]", "User[name=jim]");
        }
    }

    @Test
    void progressReachesTheCallerUntilTheEnd() throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        AtomicReference<@Nullable CallContext> ended = new AtomicReference<>();
        String uri = Places.next("");
        try (RpcServer server = serve(
                        Bodies.all(value -> {
                            CallContext call = CallContext.current();
                            ended.set(call);
                            call.progress(JsonValue.of(1));
                            call.progress(JsonValue.of("half"));
                            return "done";
                        }),
                        uri);
                Peer peer = extended(uri)) {
            Caller listening = peer.with(CallOptions.NONE.onProgress(value -> heard.add(value.toString())));
            assertThat(listening.call(WORK, "a")).isEqualTo("done");
            assertThat(heard).containsExactly("1", "\"half\"");
            Objects.requireNonNull(ended.get()).progress(JsonValue.of(2));
            assertThat(listening.call(HERE, "a")).isEqualTo("done");
            assertThat(peer.call(WORK, "a")).isEqualTo("done");
            assertThat(heard).containsExactly("1", "\"half\"", "1", "\"half\"");
        }
    }

    /** One that fails is logged, and spoils neither the call nor the connection. */
    @Test
    void aListenerToProgressMayFail() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = serve(
                        Bodies.all(value -> {
                            CallContext.current().progress(JsonValue.of(1));
                            return "done";
                        }),
                        uri);
                Peer peer = extended(uri)) {
            Caller listening = peer.with(CallOptions.NONE.onProgress(value -> {
                throw new IllegalStateException("no");
            }));
            assertThat(listening.call(WORK, "a")).isEqualTo("done");
            assertThat(peer.call(WORK, "a")).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aHandlerBeyondItsTimeIsCancelledAndItsCallerTold(String mode) throws Exception {
        CompletableFuture<String> stopped = new CompletableFuture<>();
        String uri = Places.next(mode);
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            CallContext call = CallContext.current();
                            call.onCancel(() -> stopped.complete(call.method() + " " + call.isCancelled()));
                            return new CompletableFuture<>().get();
                        }))
                        .limits(Limits.DEFAULT
                                .change()
                                .handlerTimeout(Duration.ofMillis(50))
                                .build())
                        .listen(uri)
                        .start();
                Peer peer = Peer.connect(uri)) {
            assertThatThrownBy(() -> peer.call(WORK, "a"))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Deadline exceeded (-32012): \"the handler did not end within 50 ms\"");
            assertThat(soon(stopped)).isEqualTo("work true");
        }
    }
}
