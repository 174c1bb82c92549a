package dev.parley.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a request that may hold services: those whose text mentions one of our annotations. */
final class Units {
    private static final List<String> MARKS = List.of("RpcService");

    private final GenerationRequest request;
    private final List<PathMatcher> includes;
    private final List<PathMatcher> excludes;

    Units(GenerationRequest request) {
        this.request = request;
        this.includes = matchers(request.includes());
        this.excludes = matchers(request.excludes());
    }

    private static List<PathMatcher> matchers(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }

    /** The files, sorted. */
    List<Path> find() {
        List<Path> found = new ArrayList<>();
        for (Path root : request.sourceRoots()) {
            if (Files.isDirectory(root)) {
                addFrom(root, found);
            }
        }
        return found.stream().sorted().distinct().toList();
    }

    private void addFrom(Path root, List<Path> found) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java") && !file.endsWith("package-info.java"))
                    .filter(file -> isWanted(root.relativize(file)))
                    .filter(this::isMarked)
                    .forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isWanted(Path relative) {
        boolean included = includes.isEmpty() || includes.stream().anyMatch(matcher -> matcher.matches(relative));
        return included && excludes.stream().noneMatch(matcher -> matcher.matches(relative));
    }

    private boolean isMarked(Path file) {
        try {
            String text = new String(Files.readAllBytes(file), request.encoding());
            return MARKS.stream().anyMatch(text::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
