package dev.parley.peer;

import static dev.parley.peer.Bodies.HERE;
import static dev.parley.peer.Bodies.NOTE;
import static dev.parley.peer.Bodies.WORK;
import static dev.parley.peer.Bodies.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.conformance.Places;
import dev.parley.conformance.RawConnection;
import dev.parley.contract.Arguments;
import dev.parley.contract.CallOptions;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcErrorException;
import dev.parley.contract.Service;
import dev.parley.contract.ServiceDescriptor;
import dev.parley.extension.Extension;
import dev.parley.extension.ExtensionHost;
import dev.parley.extension.ExtensionSession;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What two peers tell each other of extensions, and the lane on which extensions' own messages travel. */
@Timeout(60)
class ExtensionTest {
    private static final String PLAIN =
            "{\"jsonrpc\":\"2.0\",\"method\":\"rpc.extensions\",\"params\":{\"extensions\":[\"calls\"]},\"id\":0}";

    /** A throw-away stream: one end sends items, a handler at the other end waits for them. */
    private static final class Items implements Extension, ExtensionSession, Service {
        private static final MethodDescriptor<@Nullable Void> ITEM = MethodDescriptor.notification("items.item")
                .parameter(Parameter.required("text", Codecs.STRING))
                .build();

        private final LinkedBlockingQueue<ExtensionHost> hosts = new LinkedBlockingQueue<>();
        private final Queue<CompletableFuture<String>> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicInteger count = new AtomicInteger();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile @Nullable ExtensionHost host;

        @Override
        public String name() {
            return "items";
        }

        @Override
        public ExtensionSession open(ExtensionHost opened) {
            host = opened;
            hosts.add(opened);
            return this;
        }

        @Override
        public List<Service> control() {
            return List.of(this);
        }

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("Items", List.of(ITEM), false, () -> null);
        }

        @Override
        public @Nullable Object call(int method, Arguments arguments) {
            CompletableFuture<String> next = waiting.poll();
            if (next != null) {
                count.decrementAndGet();
                host().waitingChanged();
                next.complete(arguments.get(0));
            }
            return null;
        }

        @Override
        public boolean isWaiting() {
            return count.get() > 0;
        }

        @Override
        public void ended() {
            ended.countDown();
        }

        ExtensionHost host() {
            ExtensionHost present = host;
            if (present == null) {
                throw new IllegalStateException("nobody connected");
            }
            return present;
        }

        /** Waits for an item, as a handler. */
        String next() throws Exception {
            CompletableFuture<String> next = host().future("the next item");
            waiting.add(next);
            count.incrementAndGet();
            host().waitingChanged();
            return next.get();
        }

        /** Sends an item, as the other end. */
        void send(String text) {
            host().send(ITEM, text);
        }
    }

    private final Items there = new Items();
    private final Items here = new Items();

    private Peer connect(RpcServer server) throws IOException {
        return Peer.builder().extension(here).connect(server.uri());
    }

    // The announcement.

    @Test
    void aServerAnnouncesOnlyInItsAnswer() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .extension(there)
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.extensions\","
                            + "\"params\":{\"extensions\":[\"calls\",\"items\",\"unknown\"],\"more\":1},\"id\":1}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"extensions\":[\"calls\",\"items\"]}}");
            assertThat(there.host().isAnnounced()).isTrue();
            assertThat(client.isQuiet()).isTrue();
        }
    }

    @Test
    void aServerSendsNothingOfItsExtensionsToAPlainClient() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            there.send("an item");
                            dev.parley.contract.CallContext.current().progress(JsonValue.of(1));
                            return value;
                        }))
                        .extension(there)
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1,"
                            + "\"context\":{\"progress\":true,\"timeout\":1}}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"a\"}");
            assertThat(client.isQuiet()).isTrue();
        }
    }

    @Test
    void aClientAsksOnceAndSendsWhatWasAnnounced() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri)) {
            CompletableFuture<Peer> connecting = connecting(Peer.builder(), uri);
            RawConnection server = place.accept();
            assertThat(server.next()).isEqualTo(PLAIN);
            server.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"extensions\":[\"calls\"]}}");
            try (Peer peer = soon(connecting)) {
                CompletableFuture<String> call = peer.with(CallOptions.NONE
                                .metadata("tenant", "blue")
                                .timeout(Duration.ofMinutes(2))
                                .onProgress(value -> {}))
                        .callAsync(WORK, "a");
                assertThat(server.next())
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1,"
                                + "\"context\":{\"timeout\":120000,\"metadata\":{\"tenant\":\"blue\"},"
                                + "\"progress\":true}}");
                call.cancel(true);
                assertThat(server.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"rpc.cancel\",\"params\":[1]}");
                peer.callAsync(WORK, "b");
                assertThat(server.next())
                        .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"b\"],\"id\":2}");
            }
        }
    }

    private static CompletableFuture<Peer> connecting(Peer.Builder builder, String uri) {
        CompletableFuture<Peer> connected = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        connected.complete(builder.extended().connect(uri));
                    } catch (Throwable e) {
                        connected.completeExceptionally(e);
                    }
                })
                .start();
        return connected;
    }

    @Test
    void aServerThatDoesNotKnowTheQuestionIsPlain() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri)) {
            CompletableFuture<Peer> connecting = connecting(Peer.builder(), uri);
            RawConnection server = place.accept();
            assertThat(server.next()).isEqualTo(PLAIN);
            server.send("{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}");
            staysPlain(soon(connecting), server);
        }
    }

    private static void staysPlain(Peer connected, RawConnection server) throws Exception {
        try (Peer peer = connected) {
            CompletableFuture<String> call = peer.with(CallOptions.NONE
                            .metadata("tenant", "blue")
                            .timeout(Duration.ofMinutes(2))
                            .onProgress(value -> {}))
                    .callAsync(WORK, "a");
            assertThat(server.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1}");
            call.cancel(true);
            peer.callAsync(WORK, "b");
            assertThat(server.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"b\"],\"id\":2}");
        }
    }

    @Test
    void aServerThatNeverAnswersIsPlain() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri)) {
            CompletableFuture<Peer> connecting = connecting(
                    Peer.builder()
                            .limits(Limits.DEFAULT
                                    .change()
                                    .connectTimeout(Duration.ofMillis(50))
                                    .build()),
                    uri);
            RawConnection server = place.accept();
            assertThat(server.next()).isEqualTo(PLAIN);
            staysPlain(soon(connecting), server);
        }
    }

    @Test
    void aClientThatIsNotExtendedSendsNothingUnknown() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.connect(uri)) {
            RawConnection server = place.accept();
            CompletableFuture<String> call =
                    peer.with(CallOptions.NONE.metadata("tenant", "blue")).callAsync(WORK, "a");
            assertThat(server.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":0}");
            call.cancel(true);
            peer.callAsync(WORK, "b");
            assertThat(server.next())
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"b\"],\"id\":1}");
        }
    }

    @Test
    void otherDialectsAreNotAsked() throws Exception {
        String uri = Places.next("");
        try (RawConnection.Place place = RawConnection.listen(uri);
                Peer peer = Peer.builder().extended().connect(uri + "?dialect=go")) {
            RawConnection server = place.accept();
            CompletableFuture<String> call =
                    peer.with(CallOptions.NONE.metadata("tenant", "blue")).callAsync(WORK, "a");
            assertThat(server.next()).isEqualTo("{\"method\":\"work\",\"params\":[\"a\"],\"id\":0}");
            call.cancel(true);
            peer.callAsync(WORK, "b");
            assertThat(server.next()).isEqualTo("{\"method\":\"work\",\"params\":[\"b\"],\"id\":1}");
        }
    }

    @Test
    void theQuestionPassesNoInterceptor() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        Interceptor seeing = (call, next) -> {
            seen.add(call.name());
            return next.proceed();
        };
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .interceptor(seeing)
                        .listen(Places.next(""))
                        .start();
                Peer peer = Peer.builder().extended().callInterceptor(seeing).connect(server.uri())) {
            peer.call(WORK, "a");
            assertThat(seen).containsExactly("work", "work");
        }
    }

    /** What is wrong beside the arguments spoils its call only. */
    @Test
    void aContextThatCannotBeReadIsAnInvalidRequest() throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> value))
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            client.ask(PLAIN);
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":1,"
                            + "\"context\":{\"timeout\":1.5}}"))
                    .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32600,"
                            + "\"message\":\"Invalid Request\"");
            assertThat(client.ask("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"a\"],\"id\":2,"
                            + "\"context\":{\"timeout\":\"soon\",\"more\":[],\"metadata\":{\"a\":1}}}"))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"a\"}");
        }
    }

    // The control lane.

    /** The item waits behind nothing, though the notification that waits for it lets no later call start. */
    @Test
    void anItemReachesTheNotificationThatWaitsForIt() throws Exception {
        CompletableFuture<String> got = new CompletableFuture<>();
        try (RpcServer server = RpcServer.builder()
                        .service(new Bodies(value -> value, value -> value, value -> got.complete(there.next())))
                        .extension(there)
                        .listen(Places.next(""))
                        .start();
                Peer peer = connect(server)) {
            peer.notify(NOTE, "a");
            // Runs although the notification has not ended: that gave up its place when it began to wait.
            assertThat(soon(peer.callAsync(WORK, "b"))).isEqualTo("b");
            here.send("item");
            assertThat(soon(got)).isEqualTo("item");
        }
    }

    /** All places are taken by handlers that wait for items, and the queue is full: the items still come. */
    @Test
    void itemsReachHandlersThoughTheQueueIsFull() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Semaphore inside = new Semaphore(0);
        Queue<String> intercepted = new ConcurrentLinkedQueue<>();
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> {
                            if (value.equals("blocks")) {
                                inside.release();
                                release.await();
                                return value;
                            }
                            return there.next();
                        }))
                        .interceptor((call, next) -> {
                            intercepted.add(call.name());
                            return next.proceed();
                        })
                        .limits(Limits.DEFAULT
                                .change()
                                .callsInFlight(2)
                                .callsQueued(4)
                                .build())
                        .extension(there)
                        .listen(Places.next(""))
                        .start();
                Peer peer = connect(server)) {
            List<CompletableFuture<String>> waiting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                waiting.add(peer.callAsync(WORK, "waits"));
            }
            List<CompletableFuture<String>> blocking = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                blocking.add(peer.callAsync(WORK, "blocks"));
                if (i < 2) {
                    inside.acquire();
                }
            }
            assertThatThrownBy(() -> soon(peer.callAsync(WORK, "beyond")))
                    .hasCauseInstanceOf(RpcErrorException.class)
                    .cause()
                    .hasMessageStartingWith("Server busy (-32009)");
            here.send("first");
            here.send("second");
            for (CompletableFuture<String> call : waiting) {
                assertThat(soon(call)).isIn("first", "second");
            }
            release.countDown();
            for (CompletableFuture<String> call : blocking) {
                assertThat(soon(call)).isEqualTo("blocks");
            }
            assertThat(intercepted).hasSize(8).containsOnly("work");
        }
        assertThat(there.ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aReadingThreadMustNotWaitForAnItem() throws Exception {
        try (RpcServer server = RpcServer.builder()
                        .service(Bodies.all(value -> there.next()))
                        .extension(there)
                        .listen(Places.next(""))
                        .start();
                Peer peer = connect(server)) {
            assertThatThrownBy(() -> peer.call(HERE, "a"))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessageStartingWith("Internal error (-32603)");
        }
    }
}
