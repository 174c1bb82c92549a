package dev.parley.codegen.reader.source;

import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Runs the compiler's front end over the files that mention our annotations, and over nothing else: an error in another
 * file of the module never stops the generator, and 2,000 other files cost nothing.
 */
public final class SourceReader {
    private SourceReader() {}

    /**
     * What to read.
     *
     * @param units the files that may hold services
     * @param sourcePath folders and jars of source that types may come from
     * @param classPath jars and folders of classes that types may come from
     * @param encoding of the files
     * @param release the release of the language; empty for the running JDK's
     */
    public record Input(
            List<Path> units, List<Path> sourcePath, List<Path> classPath, Charset encoding, String release) {}

    /**
     * What was read.
     *
     * @param apis the services, by package
     * @param problems what is wrong with annotations, wherever they are; or why nothing could be read
     */
    public record Output(List<Api> apis, List<Problem> problems) {}

    /** Reads the units. */
    public static Output read(Input input) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("reading Java source needs a JDK, but this is a JRE: "
                    + System.getProperty("java.home") + ". Point JAVA_HOME at a JDK.");
        }
        if (input.units().isEmpty()) {
            return new Output(List.of(), List.of());
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Path classOutput = temporaryFolder();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, input.encoding())) {
            files.setLocationFromPaths(StandardLocation.SOURCE_PATH, input.sourcePath());
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, input.classPath());
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classOutput));
            Keeper keeper = new Keeper();
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    new ModuleHidingFileManager(files),
                    diagnostics,
                    options(input),
                    null,
                    files.getJavaFileObjectsFromPaths(input.units()));
            task.setProcessors(List.of(keeper));
            // Its verdict says nothing: it is false as soon as a class is missing that is generated later.
            task.call();
            return keeper.ran ? keeper.output() : new Output(List.of(), errors(diagnostics));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(classOutput);
        }
    }

    private static List<String> options(Input input) {
        List<String> options =
                new ArrayList<>(List.of("-proc:only", "-implicit:none", "-Xlint:none", "-nowarn", "-Xprefer:source"));
        if (!input.release().isEmpty()) {
            options.add("--release");
            options.add(input.release());
        }
        return options;
    }

    private static List<Problem> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(SourceReader::unreadable)
                .toList();
    }

    private static Problem unreadable(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        Place place = new Place(
                source == null ? null : Path.of(source.toUri()), (int) Math.max(diagnostic.getLineNumber(), 0), (int)
                        Math.max(diagnostic.getColumnNumber(), 0));
        return Problem.error("unreadable-source", place, diagnostic.getMessage(Locale.ROOT));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parley");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Keeper extends SourceProcessor {
        private final List<Api> apis = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean ran;

        // Whatever it finds: a file may mention a service in a comment only.
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            ran |= processingEnv.getElementUtils().getTypeElement("dev.parley.annotation.RpcService") != null;
            return super.process(annotations, round);
        }

        @Override
        protected void accept(List<Api> read, List<Problem> found, ElementFinder places) {
            apis.addAll(read);
            problems.addAll(found);
        }

        Output output() {
            return new Output(apis, problems);
        }
    }
}
