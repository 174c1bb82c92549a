package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.Codec;
import dev.parley.codec.Codecs;
import dev.parley.conformance.Calls;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.Arguments;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcBlockingException;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.proxy.CallBatch;
import dev.parley.serializer.ValueReader;
import dev.parley.serializer.ValueWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On which threads handlers run, and in which order. */
@Timeout(60)
class ThreadsTest {
    private static final MethodDescriptor<String> CALL = MethodDescriptor.call("call", Codecs.STRING)
            .parameter(Parameter.required("value", Codecs.INT))
            .build();
    private static final MethodDescriptor<@Nullable Void> NOTE = MethodDescriptor.notification("note")
            .parameter(Parameter.required("value", Codecs.INT))
            .build();
    private static final MethodDescriptor<String> HERE = MethodDescriptor.call("here", Codecs.STRING)
            .parameter(Parameter.required("value", Codecs.INT))
            .nonBlocking()
            .build();

    /** What a method does, given its argument. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object run(int value) throws Throwable;
    }

    /** The three methods, whose bodies a test chooses. */
    private record Three(boolean strictOrder, Body call, Body note, Body here) implements Service {
        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("Three", List.of(CALL, NOTE, HERE), strictOrder, () -> null);
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) throws Throwable {
            Body body = method == 0 ? call : method == 1 ? note : here;
            return body.run(arguments.<Integer>get(0));
        }
    }

    private static Three calls(Body call) {
        return new Three(false, call, value -> null, call);
    }

    private static RpcServer serve(Service service, String uri) throws IOException {
        return RpcServer.builder().service(service).listen(uri).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tcp"})
    void handlersRunOffTheReadingThreadUnlessDeclaredNonBlocking(String transport) throws Exception {
        String uri = transport.equals("tcp") ? "tcp://127.0.0.1:0" : Places.next("");
        try (RpcServer server = serve(calls(value -> Thread.currentThread().getName()), uri);
                Peer peer = Peer.connect(server.uri())) {
            assertThat(peer.call(CALL, 1)).doesNotStartWith("parley-memory").doesNotStartWith("parley-socket");
            if (transport.equals("memory")) {
                assertThat(peer.call(HERE, 1)).startsWith("parley-memory");
            }
        }
    }

    /** The bytes of its request are gone by then: others came into the same array. */
    @ParameterizedTest
    @ValueSource(strings = {"memory", "tcp"})
    void aNonBlockingMethodMayAnswerAfterFurtherMessages(String transport) throws Exception {
        String uri = transport.equals("tcp") ? "tcp://127.0.0.1:0" : Places.next("");
        List<CompletableFuture<String>> answers =
                List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
        Service service = new Three(false, value -> "", value -> null, answers::get);
        try (RpcServer server = serve(service, uri);
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<String> first = peer.callAsync(HERE, 0);
            assertThat(peer.call(CALL, 0)).isEmpty();
            CallBatch batch = peer.batch();
            CompletableFuture<String> second = batch.call(HERE, 1);
            CompletableFuture<String> third = batch.call(HERE, 2);
            CompletableFuture<?> both = batch.send();
            assertThat(peer.call(CALL, 0)).isEmpty();
            for (int i = 2; i >= 0; i--) {
                answers.get(i).complete("answer " + i);
            }
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("answer 0");
            both.get(10, TimeUnit.SECONDS);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("answer 1");
            assertThat(third.get(10, TimeUnit.SECONDS)).isEqualTo("answer 2");
        }
    }

    @Test
    void callsRunInParallel() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        try (RpcServer server = serve(
                        calls(value -> {
                            both.await(20, TimeUnit.SECONDS);
                            return "met";
                        }),
                        Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<String> first = peer.callAsync(CALL, 1);
            assertThat(peer.call(CALL, 2)).isEqualTo("met");
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("met");
        }
    }

    @Test
    void notificationsRunOneAfterAnotherAndLaterCallsSeeThem() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        Queue<Integer> seen = new ConcurrentLinkedQueue<>();
        Service service = new Three(
                false,
                value -> String.valueOf(seen.size()),
                value -> {
                    if (inside.incrementAndGet() != 1) {
                        throw new IllegalStateException("two at once");
                    }
                    Thread.yield();
                    seen.add(value);
                    inside.decrementAndGet();
                    return null;
                },
                value -> String.valueOf(seen.size()));
        try (RpcServer server = serve(service, Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            for (int i = 0; i < 300; i++) {
                peer.notify(NOTE, i);
                if (i % 100 == 99) {
                    // A non-blocking method waits its turn as well.
                    assertThat(peer.call(i == 199 ? HERE : CALL, 0)).isEqualTo(String.valueOf(i + 1));
                }
            }
            assertThat(List.copyOf(seen)).hasSize(300).isSorted();
        }
    }

    @Test
    void aNotificationThatReturnsAFutureHoldsItsPlaceUntilThat() throws Exception {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        CountDownLatch noted = new CountDownLatch(1);
        AtomicReference<String> state = new AtomicReference<>("before");
        Service service = new Three(
                false,
                value -> state.get(),
                value -> {
                    noted.countDown();
                    return done;
                },
                value -> state.get());
        try (RpcServer server = serve(service, Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            peer.notify(NOTE, 1);
            CompletableFuture<String> after = peer.callAsync(CALL, 1);
            noted.await();
            state.set("after");
            done.complete(null);
            assertThat(after.get(10, TimeUnit.SECONDS)).isEqualTo("after");
        }
    }

    @Test
    void aServiceMayAskForStrictOrder() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        Queue<Integer> order = new ConcurrentLinkedQueue<>();
        Body body = value -> {
            int now = inside.incrementAndGet();
            Thread.yield();
            order.add(value);
            inside.decrementAndGet();
            return String.valueOf(now);
        };
        try (RpcServer server = serve(new Three(true, body, body, body), Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<?>[] calls = new CompletableFuture<?>[200];
            for (int i = 0; i < calls.length; i++) {
                calls[i] = peer.callAsync(i % 3 == 0 ? HERE : CALL, i);
            }
            for (CompletableFuture<?> call : calls) {
                assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("1");
            }
            assertThat(List.copyOf(order)).hasSize(200).isSorted();
        }
    }

    /** How a handler waits for a call of its own. */
    enum Waiting {
        BLOCKING,
        BY_FUTURE
    }

    private static @Nullable Object back(Waiting how, int value) {
        Peer caller = Peer.current().orElseThrow();
        if (how == Waiting.BLOCKING) {
            return caller.call(CALL, value);
        }
        return caller.callAsync(CALL, value);
    }

    /** A notification calls back, and the answer needs a call of the same connection: its place has to be free. */
    @ParameterizedTest
    @EnumSource(Waiting.class)
    void aHandlerThatWaitsForItsOwnCallGivesItsPlace(Waiting how) throws Exception {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        Service there = new Three(
                false,
                value -> "innermost " + value,
                value -> {
                    Object answer = back(how, value);
                    if (answer instanceof CompletableFuture<?> later) {
                        return later.thenAccept(ended::complete);
                    }
                    ended.complete(answer);
                    return null;
                },
                value -> "");
        Service here = calls(value -> "around " + Peer.current().orElseThrow().call(CALL, value));
        try (RpcServer server = serve(there, Places.next(""));
                Peer peer = Peer.builder().service(here).connect(server.uri())) {
            peer.notify(NOTE, 7);
            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("around innermost 7");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "tcp"})
    void callsNestBothWays200Deep(String transport) throws Exception {
        String uri = transport.equals("tcp") ? "tcp://127.0.0.1:0" : Places.next("");
        Service nested = new Three(
                true,
                value -> value == 0 ? "bottom" : Peer.current().orElseThrow().call(CALL, value - 1),
                value -> null,
                value -> "");
        try (RpcServer server = serve(nested, uri);
                Peer peer = Peer.builder().service(nested).connect(server.uri())) {
            assertThat(peer.call(CALL, 200)).isEqualTo("bottom");
        }
    }

    @Test
    void exchangesNestMoreDeeplyThanTheirPool() throws Exception {
        String uri = Places.next("?mode=exchange");
        AtomicReference<@Nullable Peer> again = new AtomicReference<>();
        Service nested = calls(value ->
                value == 0 ? "bottom" : Objects.requireNonNull(again.get()).call(CALL, value - 1));
        try (RpcServer server = serve(nested, uri);
                Peer peer = Peer.connect(uri)) {
            again.set(peer);
            assertThat(peer.call(CALL, 400)).isEqualTo("bottom");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aNonBlockingHandlerMustNotWait(String mode) throws Exception {
        String uri = Places.next(mode);
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        try (Peer other = Peer.connect(other(uri));
                RpcServer server = serve(
                        calls(value -> {
                            thrown.set(catchThrowable(() -> other.call(CALL, value)));
                            return "refused";
                        }),
                        uri);
                Peer peer = Peer.connect(uri)) {
            assertThat(peer.call(HERE, 1)).isEqualTo("refused");
            assertThat(thrown.get())
                    .isInstanceOf(RpcBlockingException.class)
                    .hasMessage(
                            "a call of call would block the thread that has to read its answer. Use the client's async() here"
                                    + " and go on in thenApply or thenCompose, give the peer a callback executor, or don't declare"
                                    + " the method non-blocking.");
        }
    }

    private @Nullable RpcServer elsewhere;

    private String other(String uri) throws IOException {
        String place = Places.next(uri.contains("?") ? uri.substring(uri.indexOf('?')) : "");
        elsewhere = serve(calls(value -> "elsewhere"), place);
        return place;
    }

    @AfterEach
    void closeElsewhere() {
        if (elsewhere != null) {
            elsewhere.close();
        }
    }

    @Test
    void whatDependsOnAnAnswerMustNotWaitEither() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (RpcServer server = serve(calls(value -> Calls.wait(inside, release).toString()), Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            CompletableFuture<Throwable> then =
                    peer.callAsync(CALL, 1).thenApply(answer -> catchThrowable(() -> peer.call(CALL, 2)));
            inside.await();
            release.countDown();
            assertThat(then.get(10, TimeUnit.SECONDS)).isInstanceOf(RpcBlockingException.class);
        }
    }

    @Test
    void aHandlerMayReturnAFutureOrThrowAnything() throws Exception {
        Service service = calls(value -> switch (value) {
            case 0 -> CompletableFuture.supplyAsync(() -> "later");
            case 1 -> CompletableFuture.failedFuture(new IllegalStateException("later"));
            case 2 -> throw new StackOverflowError();
            case 3 -> throw new AssertionError("no");
            case 4 -> null;
            case 5 -> CompletableFuture.completedFuture(null);
            case 6 -> 5; // not what the descriptor says
            default -> throw new Exception("checked");
        });
        String internal =
                "\\{\"jsonrpc\":\"2.0\",\"id\":%d,\"error\":\\{\"code\":-32603,\"message\":\"Internal error\","
                        + "\"data\":\\{\"correlationId\":\"[0-9a-f-]{36}\"}}}";
        String uri = Places.next("");
        try (RpcServer server = serve(service, uri);
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"params\":[0],\"id\":0}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":\"later\"}");
            for (int i = 1; i < 8; i++) {
                assertThat(client.ask(
                                "{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"params\":[" + i + "],\"id\":" + i + "}"))
                        .matches(String.format(internal, i));
                assertThat(client.ask(
                                "{\"jsonrpc\":\"2.0\",\"method\":\"here\",\"params\":[" + i + "],\"id\":" + i + "}"))
                        .matches(String.format(internal, i));
            }
        }
    }

    @Test
    void aValueThatContainsItselfEndsItsCallOnly() throws Exception {
        MethodDescriptor<Object> endless =
                MethodDescriptor.call("endless", new EndlessCodec()).build();
        Service service = new Service() {
            @Override
            public ServiceDescriptor descriptor() {
                return new ServiceDescriptor("Endless", List.of(endless), false, () -> null);
            }

            @Override
            public Object call(int method, Arguments arguments) {
                return CompletableFuture.supplyAsync(Object::new);
            }
        };
        String uri = Places.next("");
        try (RpcServer server = serve(service, uri);
                RawConnection client = RawConnection.connect(uri)) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"endless\",\"id\":1}"))
                        .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603");
            }
        }
    }

    private static final class EndlessCodec implements Codec<Object> {
        @Override
        public Object read(ValueReader in) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(ValueWriter out, Object value) {
            write(out, value);
        }
    }

    @Test
    void currentIsThePeerThatCalls() throws Exception {
        AtomicReference<@Nullable Peer> seen = new AtomicReference<>();
        try (RpcServer server = serve(
                        calls(value -> {
                            seen.set(Peer.current().orElse(null));
                            return "";
                        }),
                        Places.next(""));
                Peer peer = Peer.connect(server.uri())) {
            for (MethodDescriptor<String> method : List.of(CALL, HERE)) {
                seen.set(null);
                peer.call(method, 1);
                assertThat(seen.get()).isSameAs(Calls.onlyPeer(server));
            }
            assertThat(Peer.current()).isEmpty();
        }
    }
}
