package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.codec.Codecs;
import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import dev.parley.contract.RpcProtocolException;
import dev.parley.contract.RpcTimeoutException;
import dev.parley.serializer.Serializer;
import dev.parley.serializer.jackson.JacksonSerializer;
import dev.parley.serializer.json.JsonSerializer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A peer that sent its messages as lines sends something else: a message over several lines, several in one line, one
 * without its newline. Nothing is lost by it, and nothing happens twice.
 */
@Timeout(60)
class LineGuessTest {
    private static final MethodDescriptor<JsonValue> ANY = MethodDescriptor.untyped("any");

    /** A socket without a peer on it. */
    private record Raw(Socket socket, BufferedReader in) implements AutoCloseable {
        static Raw of(Socket socket) throws IOException {
            socket.setSoTimeout(20_000);
            return new Raw(
                    socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }

        static Raw connect(RpcServer server) throws IOException {
            return of(new Socket(
                    InetAddress.getLoopbackAddress(), URI.create(server.uri()).getPort()));
        }

        Raw send(String text) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        String line() throws IOException {
            return in.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static String request(int id, int param) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"echo\",\"params\":[" + param + "]}";
    }

    private static String answer(int id, String result) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}";
    }

    private static RpcServer serve(AtomicInteger calls) throws IOException {
        return serve(calls, JsonSerializer.INSTANCE);
    }

    private static RpcServer serve(AtomicInteger calls, Serializer serializer) throws IOException {
        return RpcServer.builder()
                .serializer(serializer)
                .method("echo", params -> {
                    calls.incrementAndGet();
                    return params;
                })
                .listen("tcp://127.0.0.1:0")
                .start();
    }

    private static void assertAnswered(Raw raw, int... ids) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int id : ids) {
            lines.add(raw.line());
            expected.add(answer(id, "[" + id * 10 + "]"));
        }
        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void requestsInLinesThenOtherwise() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (RpcServer server = serve(calls);
                Raw raw = Raw.connect(server)) {
            assertAnswered(raw.send(request(1, 10) + "\n"), 1);
            assertAnswered(raw.send(request(2, 20) + "\n"), 2);
            assertAnswered(raw.send(request(3, 30).replace(",", "\n,") + "\n"), 3);
            assertAnswered(raw.send(request(4, 40) + "\n" + request(5, 50) + request(6, 60) + "\n"), 4, 5, 6);
            assertAnswered(raw.send(request(7, 70)), 7);
            assertThat(calls).hasValue(7);
        }
    }

    static List<Serializer> serializers() {
        return List.of(JsonSerializer.INSTANCE, JacksonSerializer.INSTANCE);
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void severalRequestsInALine(Serializer serializer) throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (RpcServer server = serve(calls, serializer);
                Raw raw = Raw.connect(server)) {
            assertAnswered(raw.send(request(1, 10) + "\n"), 1);
            assertAnswered(raw.send(request(2, 20) + request(3, 30) + "\n"), 2, 3);
            assertAnswered(raw.send(request(4, 40) + "\n"), 4);
            assertThat(calls).hasValue(4);
        }
    }

    @Test
    void aRequestWithoutItsNewlineAndAPartOfTheNextIsAnswered() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (RpcServer server = serve(calls);
                Raw raw = Raw.connect(server)) {
            assertAnswered(raw.send(request(1, 10) + "\n"), 1);
            String third = request(3, 30);
            assertAnswered(raw.send(request(2, 20) + third.substring(0, 20)), 2);
            assertAnswered(raw.send(third.substring(20)), 3);
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void garbageAfterLinesIsAnsweredAsItIsAfterNone() throws IOException {
        for (String garbage : List.of("{\"a\":1,}\n", "{]\n", "{\"a\":@}\n", request(1, 10) + "]\n")) {
            List<String> answers = new ArrayList<>();
            for (String before : List.of("", request(1, 10) + "\n")) {
                try (RpcServer server = serve(new AtomicInteger());
                        Raw raw = Raw.connect(server)) {
                    if (!before.isEmpty()) {
                        assertAnswered(raw.send(before), 1);
                    }
                    raw.send(garbage);
                    List<String> all = new ArrayList<>(); // a call's answer may come before or after the error
                    for (String line = raw.line(); line != null; line = raw.line()) {
                        all.add(line);
                    }
                    answers.add(all.stream().sorted().collect(Collectors.joining("\n")));
                }
            }
            assertThat(answers.get(1)).as(garbage).contains("Parse error").isEqualTo(answers.get(0));
        }
    }

    /** What a server of bare bytes is asked, and what its client makes of the answers. */
    private static final class Conversation implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final Peer peer;
        private final Raw raw;

        /** A client that offers a method is read by an event loop, any other by its callers. */
        Conversation(boolean offers) throws IOException {
            this(offers, JsonSerializer.INSTANCE);
        }

        Conversation(boolean offers, Serializer serializer) throws IOException {
            Peer.Builder builder = Peer.builder().serializer(serializer);
            if (offers) {
                builder.method("offered", params -> params);
            }
            peer = builder.connect("tcp://127.0.0.1:" + listening.getLocalPort());
            raw = Raw.of(listening.accept());
        }

        /** Makes so many calls, of which the server has seen nothing but the number. */
        List<CompletableFuture<JsonValue>> ask(int count) throws IOException {
            List<CompletableFuture<JsonValue>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.add(peer.callAsync(ANY, JsonValue.array()));
                assertThat(raw.line()).contains("\"any\"");
            }
            return calls;
        }

        void lines() throws Exception {
            for (int id = 0; id < 2; id++) {
                List<CompletableFuture<JsonValue>> call = ask(1);
                raw.send(answer(id, "\"line\"") + "\n");
                assertThat(got(call.get(0))).isEqualTo("\"line\"");
            }
        }

        @Override
        public void close() throws IOException {
            peer.close();
            raw.close();
            listening.close();
        }
    }

    private static String got(CompletableFuture<JsonValue> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS).toString();
    }

    private static Throwable failure(CompletableFuture<JsonValue> call) {
        Throwable thrown = catchThrowable(() -> call.get(20, TimeUnit.SECONDS));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        return thrown.getCause();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerOverSeveralLines(boolean offers) throws Exception {
        try (Conversation conversation = new Conversation(offers)) {
            conversation.lines();
            List<CompletableFuture<JsonValue>> calls = conversation.ask(2);
            conversation.raw.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[1,\n2]}\n");
            assertThat(got(calls.get(0))).isEqualTo("[1,2]");
            conversation.raw.send(answer(3, "\"next\"") + "\n");
            assertThat(got(calls.get(1))).isEqualTo("\"next\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void severalAnswersInALine(boolean offers) throws Exception {
        try (Conversation conversation = new Conversation(offers)) {
            conversation.lines();
            List<CompletableFuture<JsonValue>> calls = conversation.ask(3);
            conversation.raw.send(answer(4, "4") + answer(2, "2") + answer(3, "3") + "\n");
            assertThat(got(calls.get(0))).isEqualTo("2");
            assertThat(got(calls.get(1))).isEqualTo("3");
            assertThat(got(calls.get(2))).isEqualTo("4");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerWithoutItsNewlineAndAPartOfTheNext(boolean offers) throws Exception {
        try (Conversation conversation = new Conversation(offers)) {
            conversation.lines();
            List<CompletableFuture<JsonValue>> calls = conversation.ask(2);
            conversation.raw.send(answer(2, "2") + "{\"jsonrpc\":");
            assertThat(got(calls.get(0))).isEqualTo("2");
            conversation.raw.send("\"2.0\",\"id\":3,\"result\":3}");
            assertThat(got(calls.get(1))).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatIsNoneFailsItsCallOnce(boolean offers) throws Exception {
        try (Conversation conversation = new Conversation(offers)) {
            conversation.lines();
            List<CompletableFuture<JsonValue>> calls = conversation.ask(2);
            conversation.raw.send(answer(2, "[1,]") + "\n");
            assertThat(failure(calls.get(0)))
                    .isInstanceOf(RpcProtocolException.class)
                    .hasMessage("the answer to any can't be read: expected a value, found ']' at byte 36");
            conversation.raw.send(answer(3, "3") + "\n");
            assertThat(got(calls.get(1))).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @MethodSource("serializers")
    void answersOverSeveralLinesAndSeveralInALine(Serializer serializer) throws Exception {
        for (boolean lineFirst : new boolean[] {true, false}) {
            try (Conversation conversation = new Conversation(false, serializer)) {
                conversation.lines();
                List<CompletableFuture<JsonValue>> calls = conversation.ask(3);
                String several = answer(3, "3") + answer(4, "4") + "\n";
                String over = answer(2, "[\n2]") + "\n";
                conversation.raw.send(lineFirst ? over + several : several + over);
                assertThat(got(calls.get(0))).isEqualTo("[2]");
                assertThat(got(calls.get(1))).isEqualTo("3");
                assertThat(got(calls.get(2))).isEqualTo("4");
            }
        }
    }

    @Test
    void anAnswerOfAnotherTypeOverSeveralLinesIsReportedAsSuch() throws Exception {
        MethodDescriptor<Integer> number =
                MethodDescriptor.call("number", Codecs.INT).build();
        try (Conversation conversation = new Conversation(false)) {
            conversation.lines();
            CompletableFuture<Integer> call = conversation.peer.callAsync(number);
            assertThat(conversation.raw.line()).contains("\"number\"");
            conversation.raw.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[\n{}]}\n");
            assertThat(catchThrowable(() -> call.get(20, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(RpcProtocolException.class)
                    .cause()
                    .hasMessage(
                            "the result of number is not as declared: expected an integer of 32 bits, found an array");
        }
    }

    @Test
    void anAnswerThatCameTooLateIsPassedOverThoughItHasSeveralLines() throws Exception {
        try (Conversation conversation = new Conversation(false)) {
            conversation.lines();
            assertThat(catchThrowable(() ->
                            conversation.peer.timeout(Duration.ofMillis(1)).call(ANY, JsonValue.array())))
                    .isInstanceOf(RpcTimeoutException.class);
            assertThat(conversation.raw.line()).contains("\"id\":2");
            conversation.raw.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":[1,\n2]}\n");
            List<CompletableFuture<JsonValue>> calls = conversation.ask(1);
            conversation.raw.send(answer(3, "3") + "\n");
            assertThat(got(calls.get(0))).isEqualTo("3");
        }
    }

    @Test
    void aWireLogShowsEachMessageOnce() throws Exception {
        List<String> log = java.util.Collections.synchronizedList(new ArrayList<>());
        try (RpcServer server = RpcServer.builder()
                        .method("echo", params -> params)
                        .wireLog(WireLog.to(log::add))
                        .listen("tcp://127.0.0.1:0")
                        .start();
                Raw raw = Raw.connect(server)) {
            assertAnswered(raw.send(request(1, 10) + "\n"), 1);
            assertAnswered(raw.send(request(2, 20) + "\n"), 2);
            assertAnswered(raw.send(request(3, 30).replace(",", "\n,") + "\n"), 3);
            assertThat(log.stream().filter(line -> line.contains("-->"))).hasSize(3);
        }
    }
}
