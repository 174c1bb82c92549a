package dev.parley.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;

/** Runs git in a work tree: as a program with arguments, with no shell between. */
final class Git {
    private final Path top;

    private Git(Path top) {
        this.top = top;
    }

    /** Says that git failed, and what it said. */
    static final class FailedException extends IOException {
        private static final long serialVersionUID = 1L;

        FailedException(List<String> command, String said) {
            super(String.join(" ", command) + " failed: " + said);
        }
    }

    /** Finds the work tree around a folder. */
    static Git in(Path folder) throws IOException, MojoFailureException {
        Path real = folder.toRealPath();
        try {
            return new Git(
                    Path.of(new Git(real).text("rev-parse", "--show-toplevel")).toRealPath());
        } catch (FailedException e) {
            throw new MojoFailureException(
                    "baselineRevision needs a git work tree, and " + folder + " lies in none that can be used: "
                            + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new MojoFailureException(
                    "baselineRevision needs git, which can't be started: " + e.getMessage()
                            + ". Install it, or name an artifact with rpc.baseline.",
                    e);
        }
    }

    /** Whether a path lies in the work tree. */
    boolean holds(Path path) throws IOException {
        return real(path).startsWith(top);
    }

    /** A path as git says it: from the top, with slashes; empty for the top itself. */
    String relative(Path path) throws IOException {
        return top.relativize(real(path)).toString().replace('\\', '/');
    }

    // What is gone by now has no real path, but what was around it may have.
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) || absolute.getParent() == null) {
            return absolute.toRealPath();
        }
        return real(absolute.getParent()).resolve(absolute.getFileName());
    }

    /** What a command prints, without blanks around it. */
    String text(String... arguments) throws IOException {
        return new String(bytes(arguments), StandardCharsets.UTF_8).strip();
    }

    /** What a command prints. */
    byte[] bytes(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", top.toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = Files.createTempFile("rpc-git", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new FailedException(command, Files.readString(errors).strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The build was interrupted.", e);
        } finally {
            Files.deleteIfExists(errors);
        }
    }
}
