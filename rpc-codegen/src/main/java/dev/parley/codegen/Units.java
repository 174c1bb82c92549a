package dev.parley.codegen;

import dev.parley.codegen.model.Place;
import dev.parley.codegen.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a request that may hold services: those whose text mentions one of our annotations. */
final class Units {
    private static final String MARK = "RpcService";
    /** An annotation, in no comment: nothing but other annotations and words comes before it on its line. */
    private static final Pattern USE = Pattern.compile("(?m)^[\\w@. ()\"]*?(@RpcService)\\b");
    /** The annotation may be ours by import, by package, or another that only has the same name. */
    private static final Pattern IMPORTED =
            Pattern.compile("(?m)^\\s*import\\s+[\\w.]+\\.RpcService\\s*;|import\\s+dev\\.parley\\.annotation\\.\\*|"
                    + "package\\s+dev\\.parley\\.annotation\\s*;|@interface\\s+RpcService\\b");

    private final GenerationRequest request;
    private final List<PathMatcher> includes;
    private final List<PathMatcher> excludes;
    private final List<Problem> problems = new ArrayList<>();

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
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            files.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".kt"))
                    .filter(file -> !file.endsWith("module-info.java") && !file.endsWith("package-info.java"))
                    .filter(file -> isWanted(root.relativize(file)))
                    .forEach(file -> add(file, found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Path file, List<Path> found) {
        String text = text(file);
        if (!text.contains(MARK)) {
            return;
        }
        Matcher use = USE.matcher(text);
        boolean used = use.find();
        if (file.toString().endsWith(".kt")) {
            if (used) {
                problems.add(Problem.error(
                        "kotlin-service",
                        place(file, text, use.start(1)),
                        "A service is declared in Kotlin, which the generator does not read. Declare its interface in Java, and"
                                + " implement or call it in Kotlin."));
            }
            return;
        }
        found.add(file);
        if (used && !IMPORTED.matcher(text).find()) {
            problems.add(Problem.warning(
                    "not-imported",
                    place(file, text, use.start(1)),
                    file.getFileName()
                            + " has @RpcService but does not import dev.parley.annotation.RpcService, so that nothing"
                            + " is generated for it. Import it."));
        }
    }

    private static Place place(Path file, String text, int at) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(file, line, at - before.lastIndexOf('\n'));
    }

    /** What is wrong with files that look as if they declared services. */
    List<Problem> problems() {
        return problems;
    }

    private boolean isWanted(Path relative) {
        boolean included = includes.isEmpty() || includes.stream().anyMatch(matcher -> matcher.matches(relative));
        return included && excludes.stream().noneMatch(matcher -> matcher.matches(relative));
    }

    private String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), request.encoding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
