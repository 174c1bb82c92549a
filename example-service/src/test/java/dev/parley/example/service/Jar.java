package dev.parley.example.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runnable jar that the build has made, as a process. */
final class Jar {
    private static final String PATH = System.getProperty("parley.jar");

    private Jar() {}

    /** Starts a command. */
    static Running start(String... words) throws IOException {
        return Running.java(
                Stream.concat(Stream.of("-jar", PATH), Stream.of(words)).toArray(String[]::new));
    }

    /** Runs a command to its end. */
    static Running.Ended run(String... words) throws IOException, InterruptedException {
        try (Running command = start(words)) {
            return command.ended();
        }
    }

    /** Starts a server; it prints {@code listening URI} for each address. */
    static Running serve(String... addresses) throws IOException {
        return start(Stream.concat(
                        Stream.of("serve"), Stream.of(addresses).flatMap(address -> Stream.of("--listen", address)))
                .toArray(String[]::new));
    }

    /** Starts a main class of the tests, which runs on the jar's classes. */
    static Running main(Class<?> main, String... words) throws IOException {
        String classPath = String.join(
                File.pathSeparator,
                List.of(PATH, Path.of("target", "test-classes").toString()));
        return Running.java(Stream.concat(
                        Stream.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath, main.getName()),
                        Stream.of(words))
                .toArray(String[]::new));
    }
}
