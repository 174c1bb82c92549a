package dev.parley.codegen;

import dev.parley.codegen.model.Problem;
import java.util.List;

/**
 * What the generator made: text in memory, so that the caller decides what to write, and writes nothing when there are
 * errors.
 *
 * @param problems all problems, by file and line; errors among them mean that the lists below are empty
 * @param services the qualified names of the services that were found, sorted
 * @param sources the Java files, sorted by path
 * @param descriptions the OpenRPC documents, one a service, sorted by path
 * @param exposure the report of what a peer can reach, {@code exposure.md}; nothing without services
 * @param inputs every source file that was read as a unit, for fingerprints
 */
public record GenerationResult(
        List<Problem> problems,
        List<String> services,
        List<GeneratedFile> sources,
        List<GeneratedFile> descriptions,
        List<GeneratedFile> exposure,
        List<java.nio.file.Path> inputs) {
    /** Copies the lists. */
    public GenerationResult {
        problems = List.copyOf(problems);
        services = List.copyOf(services);
        sources = List.copyOf(sources);
        descriptions = List.copyOf(descriptions);
        exposure = List.copyOf(exposure);
        inputs = List.copyOf(inputs);
    }

    /** Whether any problem is an error. */
    public boolean hasErrors() {
        return Problem.anyError(problems);
    }

    /**
     * One file.
     *
     * @param path relative to the output folder, with slashes: {@code com/example/DirectoryClient.java},
     *     {@code META-INF/rpc/com.example.Directory.json}
     * @param content its text, with line feeds only; Java source is to be written in the encoding of the request, which
     *     has all its characters
     */
    public record GeneratedFile(String path, String content) {}
}
