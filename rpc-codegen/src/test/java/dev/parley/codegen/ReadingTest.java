package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules as users have them: half generated, modular, in parts. */
class ReadingTest {
    private static final String SERVICE = "@dev.parley.annotation.RpcService public interface Api ";

    @TempDir
    Path folder;

    @Test
    void aModuleDescriptorIsInNobodysWay() {
        Project project = new Project(folder)
                .add("module-info.java", "module m { requires not.there; exports a; }")
                .add("a/Api.java", "package a; " + SERVICE + "{ P a(P p); }")
                .add("a/P.java", "package a; public record P(int x) {}")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().sources()).hasSize(4);
    }

    @Test
    void typesOfAModuleThatIsNotCompiledYet() throws Exception {
        Path sibling = folder.resolve("sibling");
        Files.createDirectories(sibling.resolve("b"));
        Files.writeString(sibling.resolve("b/P.java"), "package b; /** A pair. */ public record P(int x) {}");
        GenerationRequest request = new Project(folder.resolve("own"))
                .add("a/Api.java", "package a; " + SERVICE + "{ b.P a(b.P p); }")
                .request();
        GenerationResult result = Generator.generate(new GenerationRequest(
                request.sourceRoots(),
                List.of(),
                List.of(),
                List.of(sibling),
                request.classPath(),
                List.of(),
                StandardCharsets.UTF_8,
                "",
                true,
                false));
        assertThat(result.problems()).isEmpty();
        assertThat(result.sources())
                .extracting(GenerationResult.GeneratedFile::path)
                .containsExactly("a/ApiClient.java", "a/ApiMethods.java", "a/PCodec.java");
        assertThat(result.descriptions().get(0).content()).contains("A pair.");
    }

    @Test
    void codeThatUsesWhatIsGeneratedIsNoProblem() {
        Project project = new Project(folder)
                .add(
                        "a/Api.java",
                        "package a; import static a.ApiClient.*; /** {@link ApiClient} */ " + SERVICE
                                + "{ int a(); default ApiClient client() { return new ApiClient(null); } }")
                .add(
                        "a/Main.java",
                        "package a; /** Not a RpcService. */ class Main { ApiClient client; Missing missing; }")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().services()).containsExactly("a.Api");
        assertThat(project.result().inputs()).hasSize(2);
    }

    @Test
    void aFileThatOnlyMentionsServices() {
        Project project = new Project(folder)
                .add("a/Main.java", "package a; /** Not a RpcService. */ class Main { Missing missing; }")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().services()).isEmpty();
    }

    @Test
    void filesThatAreNoJavaAtAllElsewhereInTheModule() {
        Project project = new Project(folder)
                .add("a/Api.java", "package a; " + SERVICE + "{ P a(P p); }")
                .add("a/P.java", "package a; public record P(int x) {}")
                .add("a/Broken.java", "package a; class Broken { void ( }} \"")
                .add("a/Twice.java", "package a; class Twice { int x; int x; void a() {} void a() {} }")
                .add("b/P.java", "package a; class P {}")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().sources()).hasSize(4);
    }

    @Test
    void onlyWhatIsIncluded() {
        GenerationRequest request = new Project(folder)
                .add("a/Api.java", "package a; " + SERVICE + "{ int a(); }")
                .add("b/Api.java", "package b; " + SERVICE + "{ int a(); }")
                .request();
        GenerationResult result = Generator.generate(new GenerationRequest(
                request.sourceRoots(),
                List.of("b/**"),
                List.of(),
                List.of(),
                request.classPath(),
                List.of(),
                StandardCharsets.UTF_8,
                "17",
                true,
                true));
        assertThat(result.services()).containsExactly("b.Api");
    }

    @Test
    void servicesOfOnePackageShareCodecs() {
        Project project = new Project(folder)
                .add("a/One.java", "package a; @dev.parley.annotation.RpcService public interface One { P a(); }")
                .add("a/Two.java", "package a; @dev.parley.annotation.RpcService public interface Two { P a(); }")
                .add("a/P.java", "package a; public record P(int x) {}")
                .generate();
        assertThat(project.problems()).isEmpty();
        assertThat(project.result().sources()).hasSize(7);
        project.compile();
    }

    @Test
    void modelsInJarsWithAndWithoutSources() throws Exception {
        Path sources = Files.createDirectories(folder.resolve("library/j"));
        Files.writeString(
                sources.resolve("P.java"),
                "package j; /** A pair. */ public record P(int x, java.util.List<P> more) {}");
        Path classes = folder.resolve("classes");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-d",
                        classes.toString(),
                        "-proc:none",
                        sources.resolve("P.java").toString());
        assertThat(failed).isZero();
        Path sourceJar = folder.resolve("library-sources.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(sourceJar))) {
            zip.putNextEntry(new ZipEntry("j/P.java"));
            zip.write(Files.readAllBytes(sources.resolve("P.java")));
        }
        GenerationRequest request = new Project(folder.resolve("own"))
                .add("a/Api.java", "package a; " + SERVICE + "{ j.P a(j.P p); }")
                .request();

        GenerationResult without = withLibrary(request, classes, List.of());
        GenerationResult with = withLibrary(request, classes, List.of(sourceJar));

        assertThat(without.problems()).isEmpty();
        assertThat(with.problems()).isEmpty();
        assertThat(with.sources()).hasSize(4).isEqualTo(without.sources());
        assertThat(without.descriptions().get(0).content()).doesNotContain("A pair.");
        assertThat(with.descriptions().get(0).content()).contains("A pair.");
    }

    private static GenerationResult withLibrary(GenerationRequest request, Path classes, List<Path> sourceJars) {
        List<Path> classPath = new ArrayList<>(request.classPath());
        classPath.add(classes);
        return Generator.generate(new GenerationRequest(
                request.sourceRoots(),
                List.of(),
                List.of(),
                List.of(),
                classPath,
                sourceJars,
                StandardCharsets.UTF_8,
                "17",
                true,
                true));
    }
}
