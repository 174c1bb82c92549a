package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.parley.peer.RpcServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client in Python, with the corners of HTTP that it knows, calls a server over the exchange seam. */
class HttpClientTest {
    @TempDir
    private Path folder;

    @Test
    void everyCheckHolds() throws Exception {
        String given = System.getProperty("parley.interop", "");
        if (given.isEmpty()) {
            abort("no folder is given by -Dparley.interop");
        }
        Path program = Path.of(given, "py", "http_client.py");
        assertThat(program).exists();
        try (RpcServer server = RpcServer.builder()
                .service(new ArticleService())
                .listen("testhttp://127.0.0.1:0/jsonrpc")
                .start()) {
            URI place = URI.create(server.uri());
            Path output = folder.resolve("output");
            int status = run(
                    output, "python3", program.toString(), "-n", "100", "127.0.0.1", "" + place.getPort(), "/jsonrpc");
            List<String> lines = Files.readAllLines(output);
            assertThat(lines).singleElement().asString().matches("http_client: (\\d+) of \\1 checks held.*");
            assertThat(status).isZero();
        }
    }

    private static int run(Path output, String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            if (Boolean.getBoolean("parley.peers.required")) {
                throw e;
            }
            return abort("python3 does not run: " + e.getMessage());
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the checks do not end");
        }
        return process.exitValue();
    }
}
