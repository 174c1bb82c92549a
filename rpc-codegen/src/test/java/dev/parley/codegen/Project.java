package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A user's project in a temporary folder: sources are added, the generator runs over them, javac compiles all. */
final class Project {
    private final Path folder;
    private final Path sources;
    private String apiVersion = "";
    private List<Path> library = List.of();
    private Charset encoding = StandardCharsets.UTF_8;
    private GenerationResult result =
            new GenerationResult(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    Project(Path folder) {
        this.folder = folder;
        this.sources = folder.resolve("src");
    }

    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }

    /** Adds a file; its path follows from its package and first type. */
    Project add(String path, String text) {
        try {
            Path file = sources.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, encoding);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file that was added. */
    String read(String path) {
        try {
            return Files.readString(sources.resolve(path), encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the encoding of all sources. */
    Project encoding(Charset charset) {
        encoding = charset;
        return this;
    }

    /** Sets the version of interfaces that name none. */
    Project apiVersion(String version) {
        apiVersion = version;
        return this;
    }

    /** Adds a folder of classes, compiled without the names of parameters, to the class path. */
    Project addCompiled(String path, String text) {
        try {
            Path file = Files.createDirectories(folder.resolve("library")).resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            Path classes = Files.createDirectories(folder.resolve("library-classes"));
            javac(List.of(file), List.of("-d", classes.toString(), "--release", "17", "-proc:none"));
            library = List.of(classes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> libraries() {
        return Stream.concat(classPath().stream(), library.stream()).toList();
    }

    GenerationRequest request() {
        return new GenerationRequest(
                List.of(sources),
                List.of(),
                List.of(),
                List.of(),
                libraries(),
                List.of(),
                encoding,
                "17",
                true,
                true,
                List.of(),
                apiVersion);
    }

    Project generate() {
        result = Generator.generate(request());
        return this;
    }

    GenerationResult result() {
        return result;
    }

    /** Problems as a user sees them, with file names only. */
    List<String> problems() {
        return result.problems().stream()
                .map(problem -> problem.severity() + " "
                        + (problem.place().file() == null
                                ? ""
                                : problem.place().file().getFileName()) + ":["
                        + problem.place().line() + ","
                        + problem.place().column() + "] [" + problem.key() + "] " + problem.text())
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

    String description(String path) {
        return result.descriptions().stream()
                .filter(file -> file.path().equals(path))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is missing"));
    }

    String exposure() {
        return result.exposure().get(0).content();
    }

    /** Compiles the user's sources and what was generated, with every warning an error. */
    Project compile() {
        return compile("-Xlint:all,-processing,-classfile,-path", "-Werror");
    }

    private Project compile(String... lint) {
        try {
            Path generated = folder.resolve("generated");
            for (GeneratedFile file : result.sources()) {
                Path path = generated.resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.content(), encoding);
            }
            for (GeneratedFile file : result.descriptions()) {
                Path path = classes().resolve(file.path());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.content());
            }
            Files.createDirectories(classes());
            List<Path> files = new ArrayList<>(javaFiles(sources));
            files.addAll(javaFiles(generated));
            List<String> options = new ArrayList<>(
                    List.of("-d", classes().toString(), "--release", "17", "-proc:none", "-parameters"));
            options.addAll(List.of(
                    "-cp", libraries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
            options.addAll(List.of(lint));
            options.addAll(List.of("-encoding", encoding.name()));
            javac(files, options);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private static void javac(List<Path> files, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Loads a class that was compiled. */
    ClassLoader loader() {
        try {
            URL[] urls = {classes().toUri().toURL()};
            return new URLClassLoader(urls, Project.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
