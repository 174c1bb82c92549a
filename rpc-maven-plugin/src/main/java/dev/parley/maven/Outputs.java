package dev.parley.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files of one execution of a goal: knows by its manifest which they are, writes those that changed, and removes
 * those that are no longer made. What another execution wrote, or the user, it leaves alone.
 */
final class Outputs {
    private static final String ENDING = ".manifest";

    private final Path base;
    private final Path state;
    private final Path manifestFile;
    private final List<Path> adopted;
    private final Manifest before;

    private Outputs(Path base, Path state, Path manifestFile, List<Path> adopted, Manifest before) {
        this.base = base;
        this.state = state;
        this.manifestFile = manifestFile;
        this.adopted = adopted;
        this.before = before;
    }

    /**
     * Reads what the execution's last run left, and what executions left that the pom knows no more or never knew, such
     * as that of {@code mvn rpc:generate}: nobody else would ever remove their files.
     *
     * @param base the project's folder
     * @param state the folder of the manifests
     * @param name of the execution
     * @param declared the executions in the pom
     */
    static Outputs open(Path base, Path state, ExecutionName name, Set<ExecutionName> declared) throws IOException {
        Path manifestFile = state.resolve(name.fileName() + ENDING);
        List<Path> adopted = declared.contains(name) ? orphans(state, name, declared) : List.of();
        Manifest before = Manifest.read(manifestFile);
        SortedMap<String, String> files = new TreeMap<>(before.files());
        for (Path orphan : adopted) {
            files.putAll(Manifest.read(orphan).files());
        }
        return new Outputs(
                base.toAbsolutePath().normalize(),
                state.toAbsolutePath().normalize(),
                manifestFile.toAbsolutePath().normalize(),
                adopted,
                new Manifest(before.fingerprint(), before.roots(), files, before.warnings()));
    }

    private static List<Path> orphans(Path state, ExecutionName name, Set<ExecutionName> declared) throws IOException {
        Set<String> known =
                declared.stream().map(other -> other.fileName() + ENDING).collect(Collectors.toSet());
        return manifests(state).stream()
                .filter(file -> file.toString().endsWith("." + name.goal() + ENDING))
                .filter(file -> !known.contains(file.getFileName().toString()))
                .toList();
    }

    /** Whether the last run had this fingerprint, and all its files are as it left them. */
    boolean isUpToDate(String fingerprint) throws IOException {
        if (!adopted.isEmpty() || !before.fingerprint().equals(fingerprint)) {
            return false;
        }
        for (Map.Entry<String, String> file : before.files().entrySet()) {
            Path path = base.resolve(file.getKey());
            if (!Files.isRegularFile(path)
                    || !Fingerprint.of(Files.readAllBytes(path)).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** What the last run warned of. */
    List<String> warnings() {
        return before.warnings();
    }

    /** The source roots that any execution in this project wrote to. */
    static List<Path> rootsOfAll(Path base, Path state) throws IOException {
        List<Path> roots = new ArrayList<>();
        for (Path file : manifests(state)) {
            Manifest.read(file).roots().forEach(root -> roots.add(base.resolve(root)));
        }
        return roots;
    }

    /**
     * Makes the files on disk those of this run.
     *
     * @param fingerprint of this run
     * @param roots the folders that become source roots
     * @param files their contents by absolute path
     * @param warnings to be said again when the next run is skipped
     */
    Changes replace(String fingerprint, List<Path> roots, Map<Path, byte[]> files, List<String> warnings)
            throws IOException {
        SortedSet<String> rootNames = new TreeSet<>();
        roots.forEach(root -> rootNames.add(name(root)));
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, content) -> contents.put(name(path), content));
        SortedMap<String, String> digests = new TreeMap<>();
        contents.forEach((name, content) -> digests.put(name, Fingerprint.of(content)));

        announce(rootNames, digests);
        int written = 0;
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            written += AtomicFile.write(base.resolve(file.getKey()), file.getValue()) ? 1 : 0;
        }
        int removed = removeAllBut(digests);
        new Manifest(fingerprint, rootNames, digests, warnings).write(manifestFile);
        for (Path orphan : adopted) {
            Files.deleteIfExists(orphan);
        }
        return new Changes(files.size(), written, removed);
    }

    /** Names all files, old and new, before the first is touched: a run that dies halfway still owns what it wrote. */
    private void announce(SortedSet<String> roots, SortedMap<String, String> digests) throws IOException {
        SortedMap<String, String> all = new TreeMap<>(before.files());
        all.putAll(digests);
        if (!digests.equals(before.files())) {
            new Manifest("", roots, all, List.of()).write(manifestFile);
        }
    }

    private int removeAllBut(SortedMap<String, String> kept) throws IOException {
        SortedSet<String> stale = new TreeSet<>(before.files().keySet());
        stale.removeAll(kept.keySet());
        for (Path other : manifests(state)) {
            if (!other.equals(manifestFile) && !adopted.contains(other)) {
                stale.removeAll(Manifest.read(other).files().keySet());
            }
        }
        int removed = 0;
        for (String name : stale) {
            Path file = base.resolve(name);
            removed += Files.deleteIfExists(file) ? 1 : 0;
            removeEmptyFolders(file.getParent());
        }
        return removed;
    }

    /** Goes up no further than the folder that holds the state, which is the build folder. */
    private void removeEmptyFolders(Path folder) throws IOException {
        Path top = state.getParent();
        for (Path next = folder;
                next.startsWith(top) && !next.equals(top) && Files.isDirectory(next) && isEmpty(next);
                next = next.getParent()) {
            Files.delete(next);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static List<Path> manifests(Path state) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(state)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(state, "*" + ENDING)) {
                found.forEach(files::add);
            }
        }
        return files;
    }

    private String name(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path shortest = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shortest.toString().replace('\\', '/');
    }

    /**
     * What a run did on disk.
     *
     * @param total how many files the execution now has
     * @param written how many of them were not there or had another content
     * @param removed how many others were removed
     */
    record Changes(int total, int written, int removed) {
        @Override
        public String toString() {
            return total + (total == 1 ? " file" : " files") + " (" + written + " written, " + removed + " removed)";
        }
    }
}
