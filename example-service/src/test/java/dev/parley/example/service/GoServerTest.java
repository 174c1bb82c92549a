package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contract.RpcErrorException;
import dev.parley.peer.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our generated client calls Go's real server, which ends well only if it saw every method and understood every call. */
class GoServerTest {
    private static final int MANY = 100;

    @TempDir
    private Path folder;

    @Test
    void overTcp() throws Exception {
        try (Running server = Running.start(goServer(), "127.0.0.1", "0")) {
            callEverything("tcp://" + server.errorAfter("listening ") + "?dialect=go");
            endsWell(server);
        }
    }

    @Test
    void overAUnixSocket() throws Exception {
        String socket = folder.resolve("go.sock").toString();
        try (Running server = Running.start(goServer(), "-unix", socket, "-")) {
            server.errorAfter("listening ");
            callEverything("unix:" + socket + "?dialect=go");
            endsWell(server);
        }
    }

    private static String goServer() throws Exception {
        return GoPrograms.build(Programs.interop("go/go_server.go"));
    }

    private static void endsWell(Running server) throws Exception {
        Running.Ended ended = server.ended();
        assertThat(ended.errors()).hasSize(1);
        assertThat(ended.output()).singleElement().asString().matches("go_server: \\d+ calls, \\d+ kinds");
        assertThat(ended.status()).isZero();
    }

    private static void callEverything(String uri) throws Exception {
        try (Peer peer = Peer.connect(uri)) {
            RpcFuncClient go = new RpcFuncClient(peer);
            values(go);
            errors(go);
            outOfOrder(go);
            manyAtOnce(go);
            large(go);
        }
    }

    private static void values(RpcFunc go) {
        assertThat(go.echo("<Cupid's Arrow> & \u2028 😀")).isEqualTo("><Cupid's Arrow> & \u2028 😀<");
        assertThat(go.multiply(new Operands(6, 7))).isEqualTo(42);
        assertThat(go.divide(new Operands(7, 2))).isEqualTo(new Quotient(3, 1));
        go.nothing("x");
        assertThat(go.list(3)).containsExactly(0, 1, 2);
        assertThat(go.map(3)).isEqualTo(Map.of("n", 3));
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        assertThat(go.bytes(bytes)).isEqualTo(bytes);
        assertThat(go.time(1_300_000_000)).isEqualTo(Instant.parse("2011-03-13T07:06:40Z"));
        assertThat(go.nil("x")).isNull();
    }

    private static void errors(RpcFuncClient go) {
        assertThatExceptionOfType(RpcErrorException.class)
                .isThrownBy(() -> go.divide(new Operands(7, 0)))
                .satisfies(e -> assertThat(e.error().message()).isEqualTo("divide by zero"));
        assertThatExceptionOfType(RpcErrorException.class)
                .isThrownBy(() -> go.call("RPCFunc.Nope", null))
                .satisfies(e -> assertThat(e.error().message()).isEqualTo("rpc: can't find method RPCFunc.Nope"));
        assertThat(go.echo("still here")).isEqualTo(">still here<");
    }

    private static void outOfOrder(RpcFuncClient go) {
        CompletableFuture<String> slow = go.async().sleep(new Nap(500, "slow"));
        assertThat(go.echo("fast")).isEqualTo(">fast<");
        assertThat(slow).isNotDone();
        assertThat(slow.join()).isEqualTo("slow");
    }

    private static void manyAtOnce(RpcFuncClient go) {
        List<CompletableFuture<Integer>> calls = IntStream.range(0, MANY)
                .mapToObj(i -> go.async().multiply(new Operands(i, 2)))
                .toList();
        for (int i = 0; i < MANY; i++) {
            assertThat(calls.get(i).join()).isEqualTo(2 * i);
        }
    }

    /** One read of 4,096 bytes, as in the article's Python client, would not do. */
    private static void large(RpcFuncClient go) {
        for (int length : new int[] {5_000, 1 << 20}) {
            String text = "y".repeat(length);
            assertThat(go.echo(text)).isEqualTo(">" + text + "<");
        }
        assertThat(go.list(1_000)).hasSize(1_000);
    }
}
