package dev.parley.maven;

import dev.parley.codegen.Baseline;
import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoFailureException;

/** A module as it was at a git revision. Nothing is checked out, and no index is touched. */
final class GitRevision {
    private final String name;
    private final String commit;
    private final Git git;

    private GitRevision(String name, String commit, Git git) {
        this.name = name;
        this.commit = commit;
        this.git = git;
    }

    /**
     * Finds a revision.
     *
     * @param name what the user calls it
     * @param base the module's folder
     */
    static GitRevision of(String name, Path base) throws IOException, MojoFailureException {
        if (!name.matches("[A-Za-z0-9_@/.^~][A-Za-z0-9_@/.^~{}+-]*")) {
            throw new MojoFailureException("baselineRevision is \"" + name
                    + "\", which names no revision; write a tag, a branch or a commit, such as v1.4.2.");
        }
        Git git = Git.in(base);
        try {
            return new GitRevision(name, git.text("rev-parse", "--verify", "--quiet", name + "^{commit}"), git);
        } catch (Git.FailedException e) {
            throw new MojoFailureException(
                    "baselineRevision is " + name + ", which the git repository of " + base
                            + " does not know. Correct it, or fetch it: a shallow clone, as CI systems make, has no tags"
                            + " without git fetch --tags.",
                    e);
        }
    }

    /** A document as it was. */
    Baseline file(Path file) throws IOException, MojoFailureException {
        String path = git.relative(file);
        try {
            byte[] content = git.bytes("show", commit + ":" + path);
            return new Baseline.Documents(
                    name + ":" + path,
                    List.of(DocumentFiles.document(file.getFileName().toString(), content)));
        } catch (Git.FailedException e) {
            throw new MojoFailureException(
                    "baselineFile is " + path + ", which is not there at the revision " + name
                            + ". Correct one of them, or leave baselineFile out to read the sources as of then.",
                    e);
        }
    }

    /**
     * The sources as they were, to be read like those of now.
     *
     * @param current how those of now are read
     * @param scratch a folder to put them into
     */
    Baseline sources(GenerationRequest current, Path scratch) throws IOException, MojoFailureException {
        Set<String> wanted = new TreeSet<>();
        for (Path root : current.sourceRoots()) {
            addIfThere(root, wanted);
        }
        for (Path root : current.siblingRoots()) {
            addIfThere(root, wanted);
        }
        for (DocumentRequest document : current.documents()) {
            // Others that it refers to lie beside it.
            addIfThere(document.file().toAbsolutePath().getParent(), wanted);
        }
        Path folder = scratch.resolve(commit);
        Zips.delete(scratch);
        Files.createDirectories(folder);
        if (!wanted.isEmpty()) {
            Path zip = scratch.resolve(commit + ".zip");
            List<String> command =
                    new ArrayList<>(List.of("archive", "--format=zip", "-o", zip.toString(), commit, "--"));
            command.addAll(wanted);
            git.text(command.toArray(String[]::new));
            Zips.unpack(zip, folder);
        }
        GenerationRequest then = then(current, folder);
        if (then.sourceRoots().isEmpty() && then.documents().isEmpty()) {
            throw new MojoFailureException("At the revision " + name + " there is nothing of " + current.sourceRoots()
                    + " to compare with. Name a later one.");
        }
        return new Baseline.Sources(name, then);
    }

    private void addIfThere(Path path, Set<String> wanted) throws IOException, MojoFailureException {
        if (git.holds(path)) {
            String relative = git.relative(path);
            String pattern = relative.isEmpty() ? "." : relative;
            if (!git.text("ls-tree", "--name-only", commit, "--", pattern).isEmpty()) {
                wanted.add(pattern);
            }
        }
    }

    private GenerationRequest then(GenerationRequest current, Path folder) throws IOException {
        List<Path> roots = new ArrayList<>();
        // What another generator made is not in git: its types are those of now.
        List<Path> siblings = new ArrayList<>();
        for (Path root : current.sourceRoots()) {
            Path old = old(root, folder);
            (Files.isDirectory(old) ? roots : siblings).add(Files.isDirectory(old) ? old : root);
        }
        for (Path root : current.siblingRoots()) {
            Path old = old(root, folder);
            siblings.add(Files.isDirectory(old) ? old : root);
        }
        List<DocumentRequest> documents = new ArrayList<>();
        for (DocumentRequest each : current.documents()) {
            Path old = old(each.file(), folder);
            if (Files.isRegularFile(old)) {
                documents.add(new DocumentRequest(
                        old,
                        each.packageName(),
                        each.serviceName(),
                        each.keepUnknown(),
                        each.checks(),
                        each.optionalMembers(),
                        each.defaultMethods()));
            }
        }
        return new GenerationRequest(
                roots,
                current.includes(),
                current.excludes(),
                siblings,
                current.classPath(),
                current.sourceJars(),
                current.encoding(),
                current.release(),
                false,
                false,
                documents,
                current.apiVersion());
    }

    private Path old(Path path, Path folder) throws IOException {
        return git.holds(path) ? folder.resolve(git.relative(path)) : folder.resolve("nowhere");
    }
}
