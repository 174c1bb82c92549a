package dev.parley.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files that an OpenRPC document depends on, without reading it as one: any reference will do. */
final class ReferencedFiles {
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\"\\s*:\\s*\"([^\"#:]+)");

    private ReferencedFiles() {}

    /** The document and all files that it, or one of them, refers to, as far as they are there. */
    static List<Path> from(Path document) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        Deque<Path> left = new ArrayDeque<>(List.of(document.toAbsolutePath().normalize()));
        while (!left.isEmpty()) {
            Path file = left.remove();
            if (Files.isRegularFile(file) && found.add(file)) {
                Matcher reference = REFERENCE.matcher(Files.readString(file));
                while (reference.find()) {
                    left.add(file.resolveSibling(reference.group(1)).normalize());
                }
            }
        }
        return List.copyOf(found);
    }
}
