package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import dev.parley.codegen.GenerationResult;
import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.Generator;
import dev.parley.codegen.model.Problem;
import dev.parley.contract.ServiceDescriptor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What is generated from a document, compiled in a temporary folder with every warning an error. */
final class DocumentProject {
    private final Path folder;
    private final GenerationResult result;
    private final List<GeneratedFile> added = new ArrayList<>();

    DocumentProject(Path folder, DocumentRequest request) {
        this.folder = folder;
        this.result = Generator.generate(new GenerationRequest(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                StandardCharsets.UTF_8,
                "17",
                true,
                true,
                List.of(request)));
    }

    GenerationResult result() {
        return result;
    }

    /** What stays untyped: key and JSON pointer. */
    List<String> untyped() {
        return result.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.NOTE)
                .map(problem -> problem.key() + " " + problem.text().split(" ")[0])
                .sorted()
                .toList();
    }

    /** Mistakes as a user sees them, with file names only. */
    List<String> mistakes() {
        return said(Problem.Severity.ERROR);
    }

    /** Notes as a user sees them, with file names only. */
    List<String> notes() {
        return said(Problem.Severity.NOTE);
    }

    private List<String> said(Problem.Severity severity) {
        return result.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(problem -> problem.place().file().getFileName() + ":["
                        + problem.place().line() + "," + problem.place().column() + "] [" + problem.key() + "] "
                        + problem.text())
                .toList();
    }

    String source(String path) {
        return result.sources().stream()
                .filter(file -> file.path().equals(path))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not among "
                        + result.sources().stream().map(GeneratedFile::path).toList()));
    }

    /** Adds a file that is compiled with what is generated. */
    DocumentProject add(String path, String text) {
        added.add(new GeneratedFile(path, text));
        return this;
    }

    DocumentProject compile() {
        try {
            List<Path> files = new ArrayList<>();
            for (GeneratedFile file : result.descriptions()) {
                Path path = classes().resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.content());
            }
            for (GeneratedFile file : added) {
                Path path = folder.resolve("src").resolve(file.path());
                Files.createDirectories(path.getParent());
                files.add(Files.writeString(path, file.content()));
            }
            for (GeneratedFile file : result.sources()) {
                Path path = folder.resolve("src").resolve(file.path());
                Files.createDirectories(path.getParent());
                files.add(Files.writeString(path, file.content()));
            }
            Files.createDirectories(classes());
            javac(files);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void javac(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes().toString(),
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all,-processing,-classfile,-path",
                "-Werror");
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** The descriptor of the one service. */
    ServiceDescriptor descriptor() {
        return (ServiceDescriptor) constant(result.services().get(0) + "Methods", "SERVICE");
    }

    /** A codec by the name of its class. */
    Codec<?> codec(String name) {
        return (Codec<?>) constant(name, "INSTANCE");
    }

    /** Loads what was compiled. */
    ClassLoader loader() {
        try {
            URL[] urls = {classes().toUri().toURL()};
            return new URLClassLoader(urls, DocumentProject.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object constant(String type, String name) {
        try {
            Field field = Class.forName(type, true, loader()).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
