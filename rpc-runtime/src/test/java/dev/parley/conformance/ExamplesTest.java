package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.dispatch.Dispatcher;
import dev.parley.peer.RpcServer;
import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All examples of JSON-RPC 2.0, section 7: byte for byte, by the dispatcher alone and over a connection. */
@Timeout(30)
class ExamplesTest {
    private static final String PROBE = "{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"id\":\"probe\"}";
    private static final String PROBE_ANSWER = "{\"jsonrpc\":\"2.0\",\"id\":\"probe\",\"result\":0}";
    private static final String INVALID =
            "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"}}";

    /** What is sent, and what is answered: null for nothing. */
    record Example(int number, String sent, @Nullable String answer) {}

    static List<Example> examples() {
        List<Example> all = new ArrayList<>();
        all.add(new Example(
                1,
                "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[42,23],\"id\":1}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":19}"));
        all.add(new Example(
                2,
                "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[23,42],\"id\":2}",
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":-19}"));
        all.add(new Example(
                3,
                "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":{\"subtrahend\":23,\"minuend\":42},\"id\":3}",
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":19}"));
        all.add(new Example(
                4,
                "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":{\"minuend\":42,\"subtrahend\":23},\"id\":4}",
                "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":19}"));
        all.add(new Example(5, "{\"jsonrpc\":\"2.0\",\"method\":\"update\",\"params\":[1,2,3,4,5]}", null));
        all.add(new Example(6, "{\"jsonrpc\":\"2.0\",\"method\":\"foobar\"}", null));
        all.add(new Example(
                7,
                "{\"jsonrpc\":\"2.0\",\"method\":\"foobar\",\"id\":\"1\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}"));
        all.add(new Example(
                8,
                "{\"jsonrpc\":\"2.0\",\"method\":\"foobar, \"params\":\"bar\",\"baz]",
                parseError("expected ',' or '}', found 'p' at byte 36")));
        all.add(new Example(9, "{\"jsonrpc\":\"2.0\",\"method\":1,\"params\":\"bar\"}", INVALID));
        all.add(new Example(
                10,
                "[{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2,4],\"id\":\"1\"},{\"jsonrpc\":\"2.0\",\"method\"]",
                parseError("expected ':', found ']' at byte 85")));
        all.add(new Example(11, "[]", INVALID));
        all.add(new Example(12, "[1]", "[" + INVALID + "]"));
        all.add(new Example(13, "[1,2,3]", "[" + INVALID + "," + INVALID + "," + INVALID + "]"));
        all.add(new Example(
                14,
                "[{\"jsonrpc\":\"2.0\",\"method\":\"sum\",\"params\":[1,2,4],\"id\":\"1\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[7]},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[42,23],\"id\":\"2\"},"
                        + "{\"foo\":\"boo\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"foo.get\",\"params\":{\"name\":\"myself\"},\"id\":\"5\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"get_data\",\"id\":\"9\"}]",
                "[{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":7},"
                        + "{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"result\":19},"
                        + INVALID
                        + ",{\"jsonrpc\":\"2.0\",\"id\":\"5\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"}},"
                        + "{\"jsonrpc\":\"2.0\",\"id\":\"9\",\"result\":[\"hello\",5]}]"));
        all.add(new Example(
                15,
                "[{\"jsonrpc\":\"2.0\",\"method\":\"notify_sum\",\"params\":[1,2,4]},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"notify_hello\",\"params\":[7]}]",
                null));
        return all;
    }

    private static String parseError(String detail) {
        return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\",\"data\":\""
                + detail + "\"}}";
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleByTheDispatcherAlone(Example example) {
        Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
                .service(new SpecService())
                .build();
        byte[] answer = dispatcher.dispatch(example.sent().getBytes(StandardCharsets.UTF_8));
        assertThat(answer == null ? null : new String(answer, StandardCharsets.UTF_8))
                .isEqualTo(example.answer());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleOverAConnection(Example example) throws Exception {
        String uri = Places.next("");
        try (RpcServer server = RpcServer.builder()
                        .service(new SpecService())
                        .listen(uri)
                        .start();
                RawConnection client = RawConnection.connect(uri)) {
            client.send(example.sent());
            if (example.answer() != null) {
                assertThat(client.next()).isEqualTo(example.answer());
            }
            assertThat(client.ask(PROBE)).isEqualTo(PROBE_ANSWER);
            assertThat(client.isQuiet()).isTrue();
        }
    }

    @Test
    void notificationsOfTheExamplesArrive() throws Exception {
        String uri = Places.next("");
        SpecService service = new SpecService();
        try (RpcServer server = RpcServer.builder().service(service).listen(uri).start();
                RawConnection client = RawConnection.connect(uri)) {
            examples().stream()
                    .filter(example -> example.answer() == null)
                    .forEach(example -> client.send(example.sent()));
            client.ask(PROBE);
            assertThat(service.notified()).containsExactly("update [1, 2, 3, 4, 5]", "sum [1, 2, 4]", "hello 7");
        }
    }
}
