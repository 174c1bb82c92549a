package dev.parley.maven;

import dev.parley.codegen.GenerationResult;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of a result is written, and where. */
sealed interface Target {
    /** The contents by absolute path. */
    Map<Path, byte[]> files(GenerationResult result);

    /** The folders that files are written to. */
    List<Path> folders();

    /** The folders that become source folders of the project. */
    List<Path> sourceRoots();

    /** Adds what makes this target another one. */
    Fingerprint addTo(Fingerprint fingerprint);

    /** Nothing that would be made of it. */
    record Nothing() implements Target {
        @Override
        public Map<Path, byte[]> files(GenerationResult result) {
            return Map.of();
        }

        @Override
        public List<Path> folders() {
            return List.of();
        }

        @Override
        public List<Path> sourceRoots() {
            return List.of();
        }

        @Override
        public Fingerprint addTo(Fingerprint fingerprint) {
            return fingerprint;
        }
    }

    /**
     * The Java files, to be compiled.
     *
     * @param encoding the one that the compiler reads them in, with the sources around them
     */
    record Sources(Path folder, Charset encoding) implements Target {
        @Override
        public Map<Path, byte[]> files(GenerationResult result) {
            Map<Path, byte[]> files = new TreeMap<>();
            result.sources()
                    .forEach(file -> files.put(
                            folder.resolve(file.path()), file.content().getBytes(encoding)));
            return files;
        }

        @Override
        public List<Path> folders() {
            return List.of(folder);
        }

        @Override
        public List<Path> sourceRoots() {
            return List.of(folder);
        }

        @Override
        public Fingerprint addTo(Fingerprint fingerprint) {
            return fingerprint.parameter("sources", folder);
        }
    }

    /**
     * The OpenRPC documents, and the report of what a peer can reach.
     *
     * @param classes where they are packed into the jar from, under their whole path
     * @param documents where people look for them, by name alone
     */
    record Descriptions(Path classes, Path documents) implements Target {
        @Override
        public Map<Path, byte[]> files(GenerationResult result) {
            Map<Path, byte[]> files = new TreeMap<>();
            for (GenerationResult.GeneratedFile file : result.descriptions()) {
                Path packed = classes.resolve(file.path());
                byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
                files.put(packed, content);
                files.put(documents.resolve(packed.getFileName()), content);
            }
            result.exposure()
                    .forEach(file -> files.put(
                            documents.resolve(file.path()), file.content().getBytes(StandardCharsets.UTF_8)));
            return files;
        }

        @Override
        public List<Path> folders() {
            return List.of(classes, documents);
        }

        @Override
        public List<Path> sourceRoots() {
            return List.of();
        }

        @Override
        public Fingerprint addTo(Fingerprint fingerprint) {
            return fingerprint.parameter("classes", classes).parameter("documents", documents);
        }
    }
}
