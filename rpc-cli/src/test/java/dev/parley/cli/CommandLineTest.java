package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.contract.RpcError;
import dev.parley.contract.RpcErrorException;
import dev.parley.description.Description;
import dev.parley.peer.RpcServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private RpcServer server;

    @BeforeEach
    void serve() throws Exception {
        server = RpcServer.builder()
                .method("twice", params -> JsonValue.array(params, params))
                .method("fail", params -> {
                    throw new RpcErrorException(7, "no luck");
                })
                .method("attack", params -> {
                    throw new RpcErrorException(new RpcError(
                            7,
                            "\u001b]0;owned\u0007\nerror 0: \u009b",
                            JsonValue.array(JsonValue.of("\u001b[2J\u202e"))));
                })
                .describedBy(Description.of("Test", "1.0"))
                .listen("memory:command-line")
                .start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int run(String... args) {
        return CommandLine.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void printsTheResult() {
        assertThat(run("call", "memory:command-line", "twice", "[1]")).isZero();
        assertThat(out).hasToString("[[1],[1]]\n");
        assertThat(err).hasToString("");
    }

    @Test
    void speaksANamedDialect() {
        assertThat(run("call", "memory:command-line", "twice", "[1]", "--dialect", "1.0"))
                .isZero();
        assertThat(out).hasToString("[[1],[1]]\n");
    }

    @Test
    void printsAnErrorAndSaysSo() {
        assertThat(run("call", "memory:command-line", "fail")).isEqualTo(1);
        assertThat(out).hasToString("");
        assertThat(err).hasToString("error 7: no luck\n");
    }

    /** A peer's text must not command the terminal. */
    @Test
    void whatThePeerSaysIsPrintedSafely() {
        assertThat(run("call", "memory:command-line", "attack")).isEqualTo(1);
        assertThat(err).hasToString("error 7: \\u001b]0;owned\\u0007\\nerror 0: \\u009b: [\"\\u001b[2J\\u202e\"]\n");
        assertThat(run("call", "memory:command-line", "twice", "[\"\\u001b\\u009b\\u2028\"]"))
                .isZero();
        assertThat(out).hasToString("[[\"\\u001b\\u009b\\u2028\"],[\"\\u001b\\u009b\\u2028\"]]\n");
    }

    @Test
    void helpIsNotAMistake() {
        for (String help : new String[] {"--help", "-h", "help"}) {
            assertThat(run(help)).isZero();
        }
        assertThat(run("call", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: call URI METHOD");
        assertThat(err).hasToString("");
    }

    @Test
    void saysWhenNobodyIsThere() {
        assertThat(run("call", "memory:nobody", "x")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("memory:nobody can't be reached: ");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(run("call", "memory:command-line", "twice", "[1")).isEqualTo(2);
        assertThat(run("call", "memory:command-line", "twice", "1")).isEqualTo(2);
        assertThat(run("call", "memory:command-line", "twice", "--dialect", "3.0"))
                .isEqualTo(2);
        assertThat(run("call", "nowhere", "twice")).isEqualTo(2);
        assertThat(run("shout")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "the parameters have to be a JSON array or object: expected ',' or ']', found the end at byte 2",
                        "params of twice have to be an array or an object, not 1",
                        "unknown dialect \"3.0\"; choose one of 2.0, 1.0, go",
                        "\"nowhere\" is no address: it has to start with a scheme, as in tcp://127.0.0.1:4000",
                        "usage: call URI METHOD [JSON-PARAMS] [--dialect 2.0|1.0|go]",
                        "       describe URI [--dialect 2.0|1.0|go]",
                        "for example: call tcp://127.0.0.1:4000 echo '[\"hello\"]'");
    }

    @Test
    void printsTheDescription() {
        assertThat(run("describe", "memory:command-line")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\n  \"openrpc\": \"1.4.1\",\n  \"info\": {\n    \"title\": \"Test\",\n");
    }
}
