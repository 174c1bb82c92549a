package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.peer.Peer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The programs of Bruce Eckel's article, brought up to date, and the runnable jar call each other. */
@Timeout(300)
class ArticleProgramsIT {
    private static final Path GO = Path.of("src", "test", "go").toAbsolutePath();
    private static final String PYTHON_CLIENT =
            Path.of("src", "test", "python", "echo_client.py").toString();

    private Running server;
    private String plainPort;
    private String goPort;

    @BeforeEach
    void serve() throws Exception {
        server = Jar.serve("tcp://127.0.0.1:0", "tcp://127.0.0.1:0?dialect=go");
        plainPort = server.outputAfter("listening tcp://127.0.0.1:");
        goPort = server.outputAfter("listening tcp://127.0.0.1:");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goClientCallsTheJar() throws Exception {
        String client = GoPrograms.build(GO.resolve("echo_client.go"));
        try (Running calling = Running.start(client, "127.0.0.1:" + goPort, "Cupid's Arrow", "<&>")) {
            assertThat(calling.ended())
                    .isEqualTo(new Running.Ended(
                            0,
                            List.of("Sent: Cupid's Arrow", "Reply: >Cupid's Arrow<", "Sent: <&>", "Reply: ><&><"),
                            List.of()));
        }
    }

    @Test
    void pythonClientCallsTheJar() throws Exception {
        for (String port : List.of(plainPort, goPort)) {
            assertThat(python(PYTHON_CLIENT, "127.0.0.1", port, "5000", "1048576"))
                    .isEqualTo(new Running.Ended(0, List.of("102 answers"), List.of()));
        }
    }

    @Test
    void theArticlesOneReadIsTooLittleForALongAnswer() throws Exception {
        assertThat(python(PYTHON_CLIENT, "--one-read", "127.0.0.1", goPort))
                .isEqualTo(new Running.Ended(0, List.of("100 answers"), List.of()));
        Running.Ended cut = python(PYTHON_CLIENT, "--one-read", "127.0.0.1", goPort, "5000");
        assertThat(cut.status()).isEqualTo(1);
        assertThat(cut.errors()).last().asString().startsWith("json.decoder.JSONDecodeError");
    }

    @Test
    void weCallTheGoServerAndReadLongAnswersWhole() throws Exception {
        try (Running goServer = Running.start(GoPrograms.build(GO.resolve("echo_server.go")), "127.0.0.1:0")) {
            String uri = "tcp://" + goServer.outputAfter("listening ") + "?dialect=go";
            try (Peer peer = Peer.connect(uri)) {
                GoEcho echo = new GoEchoClient(peer);
                for (String text : List.of("Cupid's Arrow", "y".repeat(5_000), "y".repeat(1 << 20))) {
                    assertThat(echo.echo(text)).isEqualTo(">" + text + "<");
                }
            }
            assertThat(Jar.run("call", "--dialect", "go", uri, "RPCFunc.Echo", "[\"from a shell\"]"))
                    .isEqualTo(new Running.Ended(0, List.of("\">from a shell<\""), List.of()));
        }
    }

    private static Running.Ended python(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Programs.find("python3")));
        command.addAll(List.of(arguments));
        try (Running running = Running.start(command.toArray(String[]::new))) {
            return running.ended();
        }
    }
}
