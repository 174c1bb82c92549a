package dev.parley.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Those of the folders that exist and are not ours. */
    List<Path> toRead(List<Path> candidates) throws MojoFailureException {
        for (Path output : ours) {
            for (Path folder : handWritten) {
                requireApart(output, folder);
            }
        }
        List<Path> folders = candidates.stream()
                .map(SourceFolders::plain)
                .filter(folder -> ours.stream().noneMatch(folder::startsWith))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
        for (Path folder : folders) {
            for (Path output : ours) {
                requireApart(output, folder);
            }
        }
        return folders;
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
