package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code java -jar example-service.jar call} and {@code describe}. */
@Timeout(120)
class CallIT {
    private static Running server;
    private static String uri;
    private static String go;

    @BeforeAll
    static void serve() throws Exception {
        server = Jar.serve("tcp://127.0.0.1:0", "tcp://127.0.0.1:0?dialect=go");
        uri = server.outputAfter("listening ");
        go = server.outputAfter("listening ");
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void printsAResultAsJson() throws Exception {
        assertThat(Jar.run("call", uri, "search", "{\"first_name\":\"Monty\"}"))
                .isEqualTo(printed("[{\"first_name\":\"Monty\",\"last_name\":\"Python\",\"id\":4,\"number\":1}]"));
        assertThat(Jar.run("call", uri, "search"))
                .satisfies(ended -> assertThat(ended.status()).isZero());
        assertThat(Jar.run("call", uri, "get_data")).isEqualTo(printed("[\"hello\",5]"));
    }

    @Test
    void speaksADialect() throws Exception {
        assertThat(Jar.run("call", uri, "sum", "[1,2,3]", "--dialect", "1.0")).isEqualTo(printed("6"));
        assertThat(Jar.run("call", uri, "sum", "[1,2,3]", "--dialect", "2.0")).isEqualTo(printed("6"));
        assertThat(Jar.run("call", "--dialect", "go", go, "RPCFunc.Echo", "[\"Cupid's Arrow\"]"))
                .isEqualTo(printed("\">Cupid's Arrow<\""));
    }

    @Test
    void printsAnErrorApartAndSaysSo() throws Exception {
        assertThat(Jar.run("call", uri, "no_such_method")).isEqualTo(failed(1, "error -32601: Method not found"));
        assertThat(Jar.run("call", uri, "subtract", "[\"a\",1]"))
                .isEqualTo(failed(
                        1,
                        "error -32602: Invalid params:"
                                + " \"minuend: expected an integer of 32 bits, found a string\""));
        assertThat(Jar.run("call", "tcp://127.0.0.1:1", "echo", "[\"x\"]"))
                .isEqualTo(failed(1, "tcp://127.0.0.1:1 can't be reached: Connection refused"));
    }

    @Test
    void saysHowItIsUsed() throws Exception {
        Running.Ended ended = Jar.run("shout");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output()).isEmpty();
        assertThat(ended.errors())
                .containsExactly(
                        Serving.USAGE,
                        "usage: call URI METHOD [JSON-PARAMS] [--dialect 2.0|1.0|go]",
                        "       describe URI [--dialect 2.0|1.0|go]",
                        "for example: call tcp://127.0.0.1:4000 echo '[\"hello\"]'");
        assertThat(Jar.run("call", uri).status()).isEqualTo(2);
        assertThat(Jar.run("call", uri, "echo", "[\"x\"").status()).isEqualTo(2);
    }

    @Test
    void printsTheDescription() throws Exception {
        Running.Ended ended = Jar.run("describe", uri);
        assertThat(ended.status()).isZero();
        assertThat(ended.errors()).isEmpty();
        assertThat(OpenRpcSchema.errors(String.join("\n", ended.output()))).isEmpty();
    }

    private static Running.Ended printed(String line) {
        return new Running.Ended(0, List.of(line), List.of());
    }

    private static Running.Ended failed(int status, String message) {
        return new Running.Ended(status, List.of(), List.of(message));
    }
}
