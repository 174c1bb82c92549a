package dev.parley.benchmark.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Go's {@code net/rpc/jsonrpc}, which is a contender where {@code go} is installed. */
public final class GoProgram implements Pair.Launcher {
    /** Its name in tables. */
    public static final String NAME = "go";

    private static final String SOURCE = "/dev/parley/benchmark/go/phone_book.go";
    private static final long BUILD_SECONDS = 120;

    private final Path binary;

    private GoProgram(Path binary) {
        this.binary = binary;
    }

    /** Builds the program into a folder; empty when there is no {@code go}. */
    public static Optional<GoProgram> build(Path folder) throws IOException {
        Path source = Files.createDirectories(folder).resolve("phone_book.go");
        try (InputStream text = GoProgram.class.getResourceAsStream(SOURCE)) {
            Files.write(source, text.readAllBytes());
        }
        Path binary = folder.resolve("phone_book").toAbsolutePath();
        try {
            Process build = new ProcessBuilder("go", "build", "-o", binary.toString(), source.toString())
                    .inheritIO()
                    .start();
            if (!build.waitFor(BUILD_SECONDS, TimeUnit.SECONDS) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new IOException("go build failed; see above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while go built", e);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Cannot run program")) {
                return Optional.empty();
            }
            throw e;
        }
        return Optional.of(new GoProgram(binary));
    }

    @Override
    public List<String> server() {
        return List.of(binary.toString(), "server");
    }

    @Override
    public List<String> client(int port) {
        return List.of(binary.toString(), "client", Integer.toString(port));
    }
}
