package dev.parley.seams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.Interceptor;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.Parameter;
import dev.parley.contract.RpcErrorException;
import dev.parley.dispatch.Dispatcher;
import dev.parley.message.ErrorCode;
import dev.parley.peer.Peer;
import dev.parley.peer.RpcServer;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.binary.BinarySerializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The seams, all at once, before there is any width: both modes, both directions, references, dialects. */
@Timeout(30)
class SeamsTest {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private final PhoneBook book = new PhoneBook();

    private static String place(String options) {
        return "memory:seams" + NAMES.incrementAndGet() + options;
    }

    private RpcServer serve(String uri) throws Exception {
        return RpcServer.builder()
                .service(new DirectorySkeleton(book))
                .listen(uri)
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void everyKindOfCall(String mode) throws Exception {
        String uri = place(mode);
        try (RpcServer server = serve(uri);
                Peer peer = Peer.connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            assertThat(client.echo("héllo")).isEqualTo("héllo");
            assertThat(client.search(null, "Python", 10)).containsExactly(PhoneBook.BRIAN, PhoneBook.MONTY);
            assertThat(client.search(4, null, 10)).containsExactly(PhoneBook.MONTY);
            assertThat(client.find(4)).isEqualTo(PhoneBook.MONTY);
            assertThat(client.count().get(5, TimeUnit.SECONDS)).isEqualTo(2);
            assertThat(client.sum()).isZero();
            assertThat(client.sum(1, 2, 4)).isEqualTo(7);
            assertThat(client.async().echo("later").get(5, TimeUnit.SECONDS)).isEqualTo("later");
            assertThat(client.call("sum", JsonValue.array(JsonValue.of(1), JsonValue.of(2))))
                    .isEqualTo(JsonValue.of(3));
        }
    }

    @Test
    void errorsArriveAsWhatTheyAre() throws Exception {
        String uri = place("");
        try (RpcServer server = serve(uri);
                Peer peer = Peer.connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            NoSuchPersonException missing = catchThrowableOfType(NoSuchPersonException.class, () -> client.find(7));
            assertThat(missing).hasMessage("nobody has the id 7");
            assertThat(missing.data()).isEqualTo(7);
            RpcErrorException internal = catchThrowableOfType(RpcErrorException.class, () -> client.rename(1, "x"));
            assertThat(internal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
            assertThat(internal.error().message()).isEqualTo("Internal error");
            assertThat(String.valueOf(internal.data())).matches("\\{\"correlationId\":\"[0-9a-f-]{36}\"}");
            assertThatThrownBy(() -> client.call("nope", null))
                    .isInstanceOf(RpcErrorException.class)
                    .hasMessage("Method not found (-32601)");
            assertThatThrownBy(() -> client.call("echo", JsonValue.array(JsonValue.of(5))))
                    .hasMessage("Invalid params (-32602): \"text: expected a string, found a number\"");
            assertThatThrownBy(() -> client.call("echo", null))
                    .hasMessage("Invalid params (-32602): \"text is missing\"");
        }
    }

    @Test
    void aLaterCallSeesTheEffectOfANotification() throws Exception {
        String uri = place("");
        try (RpcServer server = serve(uri);
                Peer peer = Peer.connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            for (int i = 0; i < 500; i++) {
                client.log("line " + i);
            }
            client.echo("after");
            assertThat(book.lines).hasSize(500).startsWith("line 0", "line 1").endsWith("line 499");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?mode=exchange"})
    void aBatchPassesTheInterceptorsOnBothSides(String mode) throws Exception {
        String uri = place(mode);
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        Interceptor refusing = (call, next) -> {
            seen.add(call.batchIndex() + " " + call.name() + call.arguments());
            if (call.name().equals("find")) {
                return CompletableFuture.failedFuture(new RpcErrorException(7, "not you"));
            }
            return next.proceed();
        };
        try (RpcServer server = RpcServer.builder()
                        .service(new DirectorySkeleton(book))
                        .interceptor(refusing)
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder()
                        .callInterceptor((call, next) -> {
                            sent.add(call.batchIndex() + " " + call.name());
                            return next.proceed();
                        })
                        .connect(uri)) {
            DirectoryClient.Batch batch = new DirectoryClient(peer).batch();
            CompletableFuture<String> echo = batch.echo("a");
            CompletableFuture<Person> find = batch.find(4);
            batch.log("noted");
            CompletableFuture<List<Person>> search = batch.search(null, null, 1);
            batch.send().get(5, TimeUnit.SECONDS);
            assertThat(echo).isCompletedWithValue("a");
            assertThat(search).isCompletedWithValue(List.of(PhoneBook.BRIAN));
            assertThat(find).isCompletedExceptionally();
            assertThat(seen)
                    .containsExactlyInAnyOrder("0 echo[a]", "1 find[4]", "2 log[noted]", "3 search[null, null, 1]");
            assertThat(sent).containsExactly("0 echo", "1 find", "2 log", "3 search");
        }
    }

    @Test
    void theServerCallsBackInsideACall() throws Exception {
        String uri = place("");
        try (RpcServer server = RpcServer.builder()
                        .service(new DirectorySkeleton(new PhoneBook() {
                            @Override
                            public List<Person> search(@Nullable Integer number, @Nullable String name, int limit) {
                                Directory caller =
                                        new DirectoryClient(Peer.current().orElseThrow());
                                // Deep enough that a pool of fixed size would have no thread left.
                                return limit == 0 ? List.of(BRIAN) : caller.search(number, name, limit - 1);
                            }
                        }))
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder()
                        .service(new DirectorySkeleton(new PhoneBook() {
                            @Override
                            public List<Person> search(@Nullable Integer number, @Nullable String name, int limit) {
                                Directory caller =
                                        new DirectoryClient(Peer.current().orElseThrow());
                                return caller.search(number, name, limit - 1);
                            }
                        }))
                        .connect(uri)) {
            assertThat(new DirectoryClient(peer).search(null, null, 200)).containsExactly(PhoneBook.BRIAN);
        }
    }

    @Test
    void aHandleTravelsInsideARecord() throws Exception {
        MethodDescriptor<String> subscribe = MethodDescriptor.call("subscribe", Codecs.STRING)
                .parameter(Parameter.required("subscription", Listening.SubscriptionCodec.INSTANCE))
                .build();
        String uri = place("");
        try (RpcServer server = RpcServer.builder()
                        .service(new OneMethod(subscribe, arguments -> {
                            Listening.Subscription subscription = arguments.get(0);
                            return "listener said: " + subscription.listener().heard(subscription.topic());
                        }))
                        .extension(new Listening.Objects())
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().extension(new Listening.Objects()).connect(uri)) {
            assertThat(peer.call(subscribe, new Listening.Subscription("news", what -> "I heard " + what)))
                    .isEqualTo("listener said: I heard news");
        }
    }

    static List<Serializer> serializers() {
        return List.of(
                JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE, BinarySerializer.cbor(), BinarySerializer.smile());
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void anySerializer(Serializer serializer) throws Exception {
        String uri = place("");
        try (RpcServer server = RpcServer.builder()
                        .service(new DirectorySkeleton(book))
                        .serializer(serializer)
                        .listen(uri)
                        .start();
                Peer peer = Peer.builder().serializer(serializer).connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            assertThat(client.search(null, "Python", 1)).containsExactly(PhoneBook.BRIAN);
            assertThatThrownBy(() -> client.find(9)).isInstanceOf(NoSuchPersonException.class);
            assertThat(client.call("sum", JsonValue.array(JsonValue.of(1), JsonValue.of(2))))
                    .isEqualTo(JsonValue.of(3));
            DirectoryClient.Batch batch = client.batch();
            CompletableFuture<String> echo = batch.echo("together");
            CompletableFuture<List<Person>> found = batch.search(null, "Python", 1);
            batch.send().get(5, TimeUnit.SECONDS);
            assertThat(echo).isCompletedWithValue("together");
            assertThat(found).isCompletedWithValue(List.of(PhoneBook.BRIAN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dialect=1.0", "?dialect=2.0", "?dialect=1.0&mode=exchange"})
    void aNamedDialect(String options) throws Exception {
        String uri = place(options);
        try (RpcServer server = serve(uri);
                Peer peer = Peer.connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            assertThat(client.search(null, "Python", 1)).containsExactly(PhoneBook.BRIAN);
            assertThatThrownBy(() -> client.find(9)).isInstanceOf(NoSuchPersonException.class);
            DirectoryClient.Batch batch = client.batch();
            CompletableFuture<String> echo = batch.echo("together");
            batch.send().get(5, TimeUnit.SECONDS);
            assertThat(echo).isCompletedWithValue("together");
        }
    }

    @Test
    void goTakesOneArgumentAndAnswersInText() throws Exception {
        String uri = place("?dialect=go");
        try (RpcServer server = serve(uri);
                Peer peer = Peer.connect(uri)) {
            DirectoryClient client = new DirectoryClient(peer);
            assertThat(client.echo("x")).isEqualTo("x");
            assertThatThrownBy(() -> client.find(9)).hasMessage("nobody has the id 9 (0)");
            assertThatThrownBy(() -> client.rename(1, "x"))
                    .hasMessage("rename has 2 arguments, but the dialect go takes exactly one; put them into a record");
        }
    }

    @Test
    void theDispatcherNeedsNoTransport() {
        Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
                .service(new DirectorySkeleton(book))
                .method("twice", params -> JsonValue.array(params, params))
                .service("v2.", new DirectorySkeleton(book))
                .build();
        assertThat(dispatch(dispatcher, "{\"jsonrpc\":\"2.0\",\"method\":\"v2.sum\",\"params\":[1,2],\"id\":\"a\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":3}");
        assertThat(dispatch(dispatcher, "{\"method\":\"twice\",\"params\":[1],\"id\":1.50}"))
                .isEqualTo("{\"id\":1.50,\"result\":[[1],[1]],\"error\":null}");
        assertThat(dispatch(dispatcher, "{\"jsonrpc\":\"2.0\",\"method\":\"log\",\"params\":[\"x\"]}"))
                .isNull();
    }

    private static @Nullable String dispatch(Dispatcher dispatcher, String message) {
        byte[] answer = dispatcher.dispatch(message.getBytes(StandardCharsets.UTF_8));
        return answer == null ? null : new String(answer, StandardCharsets.UTF_8);
    }

    /** No tree between bytes and values: an echo's garbage is its values, its call, and little else. */
    @Test
    void anEchoAllocatesLittle() {
        Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
                .service(new DirectorySkeleton(book))
                .build();
        byte[] request = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[\"hello world\"],\"id\":17}"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            dispatcher.dispatch(request);
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int calls = 10_000;
        for (int i = 0; i < calls; i++) {
            dispatcher.dispatch(request);
        }
        long perEcho = (threads.getCurrentThreadAllocatedBytes() - before) / calls;
        System.out.println("bytes allocated per echo, dispatcher alone: " + perEcho);
        assertThat(perEcho).isLessThan(1000);
    }
}
