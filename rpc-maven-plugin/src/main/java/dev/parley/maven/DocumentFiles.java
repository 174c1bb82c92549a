package dev.parley.maven;

import dev.parley.codegen.Baseline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** Reads documents as baselines. */
final class DocumentFiles {
    static final String FOLDER = "META-INF/rpc/";
    private static final String ENDING = ".json";
    private static final String DOCUMENT = "(?i).*\\.(json|ya?ml)";

    private DocumentFiles() {}

    /** A document, or all in a folder. */
    static Baseline read(Path file) throws IOException, MojoFailureException {
        List<Path> files = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            files.add(file);
        } else if (Files.isDirectory(file)) {
            try (Stream<Path> all = Files.list(file)) {
                all.filter(each -> each.toString().matches(DOCUMENT)).sorted().forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new MojoFailureException("baselineFile is " + file + ", where there is no "
                    + (Files.isDirectory(file) ? "file that ends with .json, .yaml or .yml" : "file")
                    + "; set it to the OpenRPC document of the last release.");
        }
        List<Baseline.Document> documents = new ArrayList<>();
        for (Path each : files) {
            documents.add(document(each.getFileName().toString(), Files.readAllBytes(each)));
        }
        return new Baseline.Documents(file.getFileName().toString(), documents);
    }

    /**
     * What an artifact holds, which may be nothing.
     *
     * @param name the artifact's coordinates
     */
    static Baseline.Documents artifact(String name, Path file) throws IOException, MojoFailureException {
        if (file.toString().endsWith(ENDING)) {
            return new Baseline.Documents(
                    name, List.of(document(file.getFileName().toString(), Files.readAllBytes(file))));
        }
        List<Baseline.Document> documents = new ArrayList<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER)
                            && entry.getName().endsWith(ENDING))
                    .toList();
            for (JarEntry entry : entries) {
                documents.add(document(
                        entry.getName().substring(FOLDER.length()),
                        jar.getInputStream(entry).readAllBytes()));
            }
        } catch (java.util.zip.ZipException e) {
            throw new MojoFailureException("The baseline " + name + " is no jar: " + e.getMessage() + ".", e);
        }
        return new Baseline.Documents(name, documents);
    }

    static Baseline.Document document(String name, byte[] content) {
        String bare = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return new Baseline.Document(bare, new String(content, StandardCharsets.UTF_8));
    }
}
