package dev.parley.maven;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** Tells the user's source folders from those that we write to: what we made is never read as a service again. */
final class SourceFolders {
    private final List<Path> handWritten;
    private final List<Path> ours;

    /**
     * @param handWritten folders that cannot be ours, such as {@code src/main/java}
     * @param ours folders that this project's executions write to
     */
    SourceFolders(List<Path> handWritten, List<Path> ours) {
        this.handWritten = handWritten.stream().map(SourceFolders::plain).toList();
        this.ours = ours.stream().map(SourceFolders::plain).toList();
    }

    /** Those of the folders that hold sources and are not ours; Kotlin counts, in which a service may be declared by mistake. */
    List<Path> toRead(List<Path> candidates) throws IOException, MojoFailureException {
        for (Path output : ours) {
            for (Path folder : handWritten) {
                requireApart(output, folder);
            }
        }
        List<Path> folders = new ArrayList<>();
        for (Path folder :
                candidates.stream().map(SourceFolders::plain).distinct().toList()) {
            if (ours.stream().noneMatch(folder::startsWith) && holdsSources(folder)) {
                for (Path output : ours) {
                    requireApart(output, folder);
                }
                folders.add(folder);
            }
        }
        return folders;
    }

    /** An empty folder counts as none: the compiler plugin adds one, halfway through the build. */
    private static boolean holdsSources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.map(Path::toString).anyMatch(file -> file.endsWith(".java") || file.endsWith(".kt"));
        }
    }

    private static void requireApart(Path output, Path folder) throws MojoFailureException {
        if (output.startsWith(folder)) {
            throw new MojoFailureException("The outputDirectory " + output + " lies in the source folder " + folder
                    + ". Generated files need a folder of their own, such as target/generated-sources/rpc.");
        }
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
