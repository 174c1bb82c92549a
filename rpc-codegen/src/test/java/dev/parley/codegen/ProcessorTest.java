package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generator without Maven: javac finds it on the processor path and runs it. */
class ProcessorTest {
    @TempDir
    Path folder;

    private boolean javac(String text, StringWriter messages, String... more) throws Exception {
        Path source = folder.resolve("p/Api.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(source, text);
        String path = Project.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> options = new java.util.ArrayList<>(List.of(
                "-d", folder.resolve("out").toString(), "-processorpath", path, "-cp", path, "--release", "17"));
        options.addAll(List.of(more));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            return compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
        }
    }

    @Test
    void typesThatAnotherProcessorWritesInTheSameCompilation() throws Exception {
        StringWriter messages = new StringWriter();
        boolean done = javac(
                "package p; @dev.parley.annotation.RpcService public interface Api extends Written.Base {"
                        + " Written a(java.util.List<Written> w); }",
                messages,
                "-processor",
                RpcProcessor.class.getName() + "," + WritingProcessor.class.getName());
        assertThat(done).as(messages.toString()).isTrue();
        assertThat(folder.resolve("out/p/ApiClient.class")).exists();
        assertThat(folder.resolve("out/p/WrittenCodec.class")).exists();
        assertThat(Files.readString(folder.resolve("out/META-INF/rpc/p.Api.json")))
                .contains("\"name\": \"inherited\"", "\"size\"");
    }

    @Test
    void aTypeThatNobodyWritesIsReportedOnce() throws Exception {
        StringWriter messages = new StringWriter();
        boolean done = javac(
                "package p;\n@dev.parley.annotation.RpcService\npublic interface Api {\n  Missing a();\n}", messages);
        assertThat(done).isFalse();
        assertThat(messages.toString())
                .containsOnlyOnce(
                        "Api.java:4: error: [unresolved-type] The result of a is of a type that can't be used."
                                + " Missing can't be found.");
    }

    /** Another processor, which writes a record in its first round. */
    public static final class WritingProcessor extends AbstractProcessor {
        private boolean written;

        /** For javac. */
        public WritingProcessor() {}

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!written) {
                written = true;
                try (Writer out =
                        processingEnv.getFiler().createSourceFile("p.Written").openWriter()) {
                    out.write(
                            "package p; public record Written(int size) { public interface Base { int inherited(); } }");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void aServiceIsGeneratedAndCompiledInOneGo() throws Exception {
        StringWriter messages = new StringWriter();
        boolean done = javac(
                "package p; @dev.parley.annotation.RpcService public interface Api { int a(R r); record R(int x) {} }",
                messages,
                "-Adev.parley.server=false");
        assertThat(done).as(messages.toString()).isTrue();
        assertThat(folder.resolve("out/p/ApiClient.class")).exists();
        assertThat(folder.resolve("out/p/ApiRCodec.class")).exists();
        assertThat(folder.resolve("out/p/ApiSkeleton.class")).doesNotExist();
        assertThat(folder.resolve("out/META-INF/rpc/p.Api.json")).exists();
    }

    @Test
    void mistakesAreReportedOnTheirElements() throws Exception {
        StringWriter messages = new StringWriter();
        boolean done = javac(
                "package p;\n@dev.parley.annotation.RpcService\npublic interface Api {\n  int a(Thread t);\n}",
                messages,
                "-proc:only");
        assertThat(done).isFalse();
        assertThat(messages.toString())
                .contains("Api.java:4: error: [unserializable-type] The parameter t is of a type that can't be used.");
    }
}
