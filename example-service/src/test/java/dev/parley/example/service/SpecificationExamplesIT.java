package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Json;
import dev.parley.codec.JsonValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of the JSON-RPC 2.0 specification, section 7, as bytes to and from the runnable jar. */
@Timeout(120)
class SpecificationExamplesIT {
    @TempDir
    private static Path folder;

    private static Running server;
    private static List<String> uris;

    @BeforeAll
    static void serve() throws Exception {
        server = Jar.serve("tcp://127.0.0.1:0", "unix:" + folder.resolve("examples.sock"));
        uris = List.of(server.outputAfter("listening "), server.outputAfter("listening "));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    positional parameters        | {"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1} | {"jsonrpc": "2.0", "result": 19, "id": 1}
                    positional, the other way    | {"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2} | {"jsonrpc": "2.0", "result": -19, "id": 2}
                    named parameters             | {"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3} | {"jsonrpc": "2.0", "result": 19, "id": 3}
                    named, the other way         | {"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4} | {"jsonrpc": "2.0", "result": 19, "id": 4}
                    notification                 | {"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]} |
                    notification, unknown method | {"jsonrpc": "2.0", "method": "foobar"} |
                    unknown method               | {"jsonrpc": "2.0", "method": "foobar", "id": "1"} | {"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"}
                    invalid JSON                 | {"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz] | {"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}
                    invalid request              | {"jsonrpc": "2.0", "method": 1, "params": "bar"} | {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}
                    batch of invalid JSON        | [{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method"] | {"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}
                    empty array                  | [] | {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}
                    invalid batch of one         | [1] | [{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}]
                    invalid batch                | [1,2,3] | [{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}]
                    batch                        | [{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},{"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},{"foo": "boo"},{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},{"jsonrpc": "2.0", "method": "get_data", "id": "9"}] | [{"jsonrpc": "2.0", "result": 7, "id": "1"},{"jsonrpc": "2.0", "result": 19, "id": "2"},{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "5"},{"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}]
                    batch of notifications       | [{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}] |
                    """)
    void isAnsweredAsTheSpecificationSays(String example, String sent, String answer) throws Exception {
        for (String uri : uris) {
            try (RawConnection connection = new RawConnection(uri)) {
                connection.send(sent);
                List<String> answers = connection.rest();
                if (answer == null) {
                    assertThat(answers).isEmpty();
                } else {
                    assertThat(answers).hasSize(1);
                    assertThat(withoutData(Json.parse(answers.get(0)))).isEqualTo(Json.parse(answer));
                }
            }
        }
    }

    /** An error may say more in its data; the examples leave that out. */
    private static JsonValue withoutData(JsonValue answer) {
        if (answer instanceof JsonValue.JsonArray batch) {
            return new JsonValue.JsonArray(batch.elements().stream()
                    .map(SpecificationExamplesIT::withoutData)
                    .toList());
        }
        Map<String, JsonValue> members = new HashMap<>(((JsonValue.JsonObject) answer).members());
        members.computeIfPresent("error", (name, error) -> {
            Map<String, JsonValue> said = new HashMap<>(((JsonValue.JsonObject) error).members());
            said.remove("data");
            return new JsonValue.JsonObject(said);
        });
        return new JsonValue.JsonObject(members);
    }
}
