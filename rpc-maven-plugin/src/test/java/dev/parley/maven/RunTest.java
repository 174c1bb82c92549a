package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.codegen.GenerationRequest;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real generator, without a Maven around it. */
class RunTest {
    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private final BuildMemory memory = new BuildMemory();

    @Test
    void twoBuildsInTwoFoldersGiveTheSameBytes() throws Exception {
        run(project("one"), lenient());
        run(project("two"), lenient());

        assertThat(outputs("one")).isNotEmpty().isEqualTo(outputs("two"));
        assertThat(outputs("one").values()).noneMatch(text -> text.contains(folder.toString()));
        assertThat(lines.get(0)).matches("INFO 1 service: \\d files \\(\\d written, 0 removed\\)\\.");
    }

    @Test
    void soDoDescriptionsAndTheReport() throws Exception {
        describe(project("one"));
        describe(project("two"));

        assertThat(outputs("one"))
                .containsOnlyKeys(
                        "META-INF/rpc/com.example.Library.json", "rpc/com.example.Library.json", "rpc/exposure.md")
                .isEqualTo(outputs("two"));
        assertThat(outputs("one").values()).noneMatch(text -> text.contains(folder.toString()));
    }

    @Test
    void aSecondRunReadsNothing() throws Exception {
        Path project = project("one");
        run(project, lenient());
        lines.clear();
        run(project, lenient());

        assertThat(lines).containsExactly("INFO Nothing to generate - all files are up to date.");
    }

    @Test
    void forceReadsAndStillWritesNothingThatIsUnchanged() throws Exception {
        Path project = project("one");
        run(project, lenient());
        lines.clear();
        run(project, new Strictness(false, false, true));

        assertThat(lines).singleElement().asString().endsWith("(0 written, 0 removed).");
    }

    @Test
    void aSkippedRunRepeatsItsWarnings() throws Exception {
        Path project = project("one");
        Files.delete(project.resolve("src/com/example/Library.java"));
        run(project, lenient());
        List<String> first = List.copyOf(lines);
        lines.clear();
        new Fixture(project, new BuildMemory()).run(lenient());

        assertThat(first.get(0))
                .isEqualTo("WARN [no-services] No interface with @RpcService found in " + project.resolve("src")
                        + ". Check sourceRoots, includes and excludes, or set rpc.skip in this module.");
        assertThat(lines).containsExactly(first.get(0), "INFO Nothing to generate - all files are up to date.");
    }

    @Test
    void noServiceIsAFailureWhenAskedFor() throws Exception {
        Path project = project("one");
        Files.delete(project.resolve("src/com/example/Library.java"));

        assertThatThrownBy(() -> run(project, new Strictness(true, false, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("[no-services] No interface with @RpcService found in ");
    }

    private static Strictness lenient() {
        return new Strictness(false, false, false);
    }

    private void run(Path project, Strictness strictness) throws Exception {
        new Fixture(project, memory).run(strictness);
    }

    private void describe(Path project) throws Exception {
        Path output = project.resolve("target/generated");
        new Fixture(project, new BuildMemory())
                .run(lenient(), "describe", new Target.Descriptions(output, output.resolve("rpc")));
    }

    private Path project(String name) throws Exception {
        Path sources = Files.createDirectories(folder.resolve(name).resolve("src/com/example"));
        Files.writeString(sources.resolve("Library.java"), """
                package com.example;

                import dev.parley.annotation.RpcService;

                /** Lends books. */
                @RpcService
                public interface Library {
                    /** Finds one. */
                    Book find(String title);
                }
                """);
        Files.writeString(sources.resolve("Book.java"), """
                package com.example;

                /** A book. */
                public record Book(String title, int year) {}
                """);
        return folder.resolve(name);
    }

    private Map<String, String> outputs(String name) throws Exception {
        Path root = folder.resolve(name).resolve("target/generated");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    /** A goal's run over a project. */
    private final class Fixture {
        private final Path project;
        private final BuildMemory memory;

        Fixture(Path project, BuildMemory memory) {
            this.project = project;
            this.memory = memory;
        }

        void run(Strictness strictness) throws Exception {
            run(
                    strictness,
                    "generate",
                    new Target.Sources(project.resolve("target/generated"), StandardCharsets.UTF_8));
        }

        void run(Strictness strictness, String goal, Target target) throws Exception {
            ExecutionName name = new ExecutionName("default", goal);
            new Run(
                            "rpc:" + goal,
                            log(),
                            new Inputs(request(), List.of()),
                            target,
                            Outputs.open(project, project.resolve("target/rpc"), name, Set.of(name)),
                            strictness,
                            memory)
                    .execute();
        }

        private GenerationRequest request() {
            List<Path> classPath = Stream.of(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(Path::of)
                    .filter(Files::exists)
                    .toList();
            return new GenerationRequest(
                    List.of(project.resolve("src")),
                    List.of(),
                    List.of(),
                    List.of(),
                    classPath,
                    List.of(),
                    StandardCharsets.UTF_8,
                    "17",
                    true,
                    true);
        }

        private SystemStreamLog log() {
            return new SystemStreamLog() {
                @Override
                public void info(CharSequence content) {
                    lines.add("INFO " + content);
                }

                @Override
                public void warn(CharSequence content) {
                    lines.add("WARN " + content);
                }
            };
        }
    }
}
