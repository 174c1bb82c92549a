package dev.parley.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one execution of a goal wrote: by it the next run knows whether there is anything to do, and which files it may
 * remove.
 *
 * @param fingerprint of the run; empty when it was not finished
 * @param roots the folders that were registered as source roots, which no later execution takes for the user's sources;
 *     relative to the project's folder where they lie in it, as are the files
 * @param files the digest of each file
 * @param warnings what the run warned of, to be said again when it is skipped
 */
record Manifest(String fingerprint, SortedSet<String> roots, SortedMap<String, String> files, List<String> warnings) {
    /** That of an execution that has not run. */
    static final Manifest NONE = new Manifest("", new TreeSet<>(), new TreeMap<>(), List.of());

    /** Stands first; a file of another version counts as absent, except that nobody then knows what to remove. */
    private static final String HEADER = "rpc manifest 1";

    Manifest {
        roots = Collections.unmodifiableSortedSet(new TreeSet<>(roots));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        warnings = List.copyOf(warnings);
    }

    /** Reads one; one that is absent, of another version or damaged is {@link #NONE}. */
    static Manifest read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        try {
            return lines.isEmpty() || !lines.get(0).equals(HEADER) ? NONE : parse(lines.subList(1, lines.size()));
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }

    /** Writes it, unless the file says the same already. */
    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        text.append("fingerprint ").append(fingerprint).append('\n');
        roots.forEach(root -> text.append("root ").append(root).append('\n'));
        files.forEach((path, digest) ->
                text.append("file ").append(digest).append(' ').append(path).append('\n'));
        warnings.forEach(
                warning -> text.append("warning ").append(oneLine(warning)).append('\n'));
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Manifest parse(List<String> lines) {
        String fingerprint = "";
        SortedSet<String> roots = new TreeSet<>();
        SortedMap<String, String> files = new TreeMap<>();
        List<String> warnings = new ArrayList<>();
        for (String line : lines) {
            String[] word = line.split(" ", 2);
            String rest = word.length == 2 ? word[1] : "";
            switch (word[0]) {
                case "fingerprint" -> fingerprint = rest;
                case "root" -> roots.add(rest);
                case "file" -> {
                    String[] digestAndPath = rest.split(" ", 2);
                    if (digestAndPath.length != 2) {
                        throw new IllegalArgumentException("a file without a path");
                    }
                    files.put(digestAndPath[1], digestAndPath[0]);
                }
                case "warning" -> warnings.add(rest.translateEscapes());
                default -> throw new IllegalArgumentException("unknown line " + word[0]);
            }
        }
        return new Manifest(fingerprint, roots, files, warnings);
    }

    private static String oneLine(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
