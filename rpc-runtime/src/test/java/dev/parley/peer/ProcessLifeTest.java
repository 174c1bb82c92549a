package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.JsonValue;
import dev.parley.contract.MethodDescriptor;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a process lives whose main method only starts a server. */
@Timeout(60)
class ProcessLifeTest {
    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                LonelyServer.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aServerKeepsItsProcessAliveUntilItIsClosed() throws Exception {
        Process process = start();
        try (BufferedReader output = process.inputReader();
                Peer peer = Peer.connect(output.readLine())) {
            assertThat(peer.call(MethodDescriptor.untyped("stop"), JsonValue.array()))
                    .isEqualTo(JsonValue.of("stopped"));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aDaemonDoesNot() throws Exception {
        Process process = start("daemon");
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
