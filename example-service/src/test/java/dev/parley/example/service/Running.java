package dev.parley.example.service;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs beside a test; closing it ends it. */
final class Running implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final Process process;
    private final Lines out;
    private final Lines err;

    private Running(Process process, String name) {
        this.process = process;
        this.out = new Lines(name + " output", process.getInputStream());
        this.err = new Lines(name + " errors", process.getErrorStream());
    }

    /** Starts a program with no input. */
    static Running start(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, Path.of(command.get(0)).getFileName().toString());
    }

    static Running start(String... command) throws IOException {
        return start(List.of(command), Map.of());
    }

    /** Starts a Java program on the Java that runs the tests. */
    static Running java(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(Stream.concat(Stream.of(java), Stream.of(arguments)).toList(), Map.of());
    }

    /** Waits for an output line that begins so, and gives the rest of it. */
    String outputAfter(String start) throws InterruptedException {
        return out.after(start, LIMIT);
    }

    /** Waits for an error line that begins so, and gives the rest of it. */
    String errorAfter(String start) throws InterruptedException {
        return err.after(start, LIMIT);
    }

    /** Asks it to end: SIGTERM. What it still prints can be read, which {@link Process#destroy} would cut off. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end. */
    Ended ended() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            return fail(process.info().commandLine().orElse("the program") + " does not end");
        }
        return new Ended(process.exitValue(), out.all(LIMIT), err.all(LIMIT));
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** What became of a program. */
    record Ended(int status, List<String> output, List<String> errors) {}
}
