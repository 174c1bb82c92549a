package dev.parley.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of one execution of a goal: knows by its manifest which they are, writes those that changed, and removes
 * those that are no longer made. What another execution wrote, or the user, it leaves alone.
 */
final class Outputs {
    private static final String ENDING = ".manifest";

    private final Path base;
    private final Path state;
    private final Path manifestFile;
    private final Manifest before;

    private Outputs(Path base, Path state, Path manifestFile, Manifest before) {
        this.base = base;
        this.state = state;
        this.manifestFile = manifestFile;
        this.before = before;
    }

    /**
     * Reads what the execution's last run left.
     *
     * @param base the project's folder
     * @param state the folder of the manifests
     * @param execution a name that no other execution in this project has
     */
    static Outputs open(Path base, Path state, String execution) throws IOException {
        Path manifestFile = state.resolve(fileName(execution) + ENDING);
        return new Outputs(
                base.toAbsolutePath().normalize(),
                state.toAbsolutePath().normalize(),
                manifestFile,
                Manifest.read(manifestFile));
    }

    /** Whether the last run had this fingerprint, and all its files are as it left them. */
    boolean isUpToDate(String fingerprint) throws IOException {
        if (!before.fingerprint().equals(fingerprint)) {
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
     * @param files their texts by absolute path
     * @param warnings to be said again when the next run is skipped
     */
    Changes replace(String fingerprint, List<Path> roots, Map<Path, String> files, List<String> warnings)
            throws IOException {
        SortedSet<String> rootNames = new TreeSet<>();
        roots.forEach(root -> rootNames.add(name(root)));
        SortedMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(name(path), text.getBytes(StandardCharsets.UTF_8)));
        SortedMap<String, String> digests = new TreeMap<>();
        contents.forEach((name, content) -> digests.put(name, Fingerprint.of(content)));

        announce(rootNames, digests);
        int written = 0;
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            written += AtomicFile.write(base.resolve(file.getKey()), file.getValue()) ? 1 : 0;
        }
        int removed = removeAllBut(digests);
        new Manifest(fingerprint, rootNames, digests, warnings).write(manifestFile);
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
            if (!other.equals(manifestFile)) {
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

    /** Execution ids are free text; file names are not. */
    private static String fileName(String execution) {
        StringBuilder name = new StringBuilder();
        execution
                .chars()
                .forEach(c -> name.append(
                        Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.'
                                ? Character.toString(c)
                                : "%" + Integer.toHexString(c)));
        return name.toString();
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
