package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.example.api.Directory;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the example as modules that open nothing, and whose types only the example itself may name: all calls work where
 * reflection does not.
 */
@Timeout(120)
class ClosedModulesTest {
    @TempDir
    private Path folder;

    @Test
    void everyCallWorksAndReflectionDoesNot() throws Exception {
        makeModule(
                "dev.parley.example.api",
                Directory.class,
                "requires transitive dev.parley.runtime;"
                        + " exports dev.parley.example.api to dev.parley.example.service;");
        makeModule("dev.parley.example.service", Demo.class, "requires dev.parley.example.api;");
        copy(
                locationOf(ClosedDemo.class).resolve(nameOf(ClosedDemo.class)),
                made("dev.parley.example.service").resolve(nameOf(ClosedDemo.class)));

        try (Running demo = Running.java(
                "--module-path",
                modulePath(),
                "--module",
                "dev.parley.example.service/" + ClosedDemo.class.getName(),
                folder.toString())) {
            Running.Ended ended = demo.ended();
            assertThat(ended.errors()).isEmpty();
            assertThat(ended.output())
                    .startsWith("module dev.parley.example.api, open false", "by reflection: refused")
                    .endsWith("Every call was answered as it should be.");
            assertThat(ended.status()).isZero();
        }
    }

    /** Copies the classes that the build has made beside a descriptor of their own. */
    private void makeModule(String name, Class<?> member, String directives) throws Exception {
        Path classes = locationOf(member);
        if (Files.isDirectory(classes)) {
            copyAll(classes, made(name));
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(classes)) {
                copyAll(jar.getPath("/"), made(name));
            }
        }
        Path source = Files.writeString(
                Files.createDirectories(folder.resolve(name + "-source")).resolve("module-info.java"),
                "module " + name + " { " + directives + " }");
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-Xlint:-module",
                        "--module-path",
                        modulePath(),
                        "-d",
                        made(name).toString(),
                        source.toString());
        assertThat(failed).isZero();
    }

    private Path made(String name) {
        return folder.resolve("modules").resolve(name);
    }

    private static void copyAll(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            copy(file, to.resolve(from.relativize(file).toString()));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static Path locationOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String nameOf(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    /** The modules made here, and all that the tests run on but the originals of these. */
    private String modulePath() throws URISyntaxException {
        List<String> replaced = List.of(
                locationOf(Directory.class).toString(),
                locationOf(Demo.class).toString(),
                locationOf(ClosedDemo.class).toString());
        return Stream.concat(
                        Stream.of(folder.resolve("modules").toString()),
                        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                                .filter(entry -> Files.exists(Path.of(entry)) && !replaced.contains(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
