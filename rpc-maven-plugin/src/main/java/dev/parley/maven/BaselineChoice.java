package dev.parley.maven;

import dev.parley.codegen.Baseline;
import dev.parley.codegen.GenerationRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants to compare with.
 *
 * @param artifact coordinates; empty for none
 * @param file a document or a folder of such; null for none
 * @param revision a git revision; empty for none
 * @param base the module's folder
 * @param scratch a folder for what comes out of git
 */
record BaselineChoice(String artifact, @Nullable Path file, String revision, Path base, Path scratch) {
    /** Fetches it; null when none was named and the module was never released. */
    @Nullable
    Baseline find(Releases releases, MavenProject project, GenerationRequest current)
            throws IOException, MojoFailureException {
        if (!artifact.isEmpty() && (file != null || !revision.isEmpty())) {
            throw new MojoFailureException("baseline names " + artifact + ", and "
                    + (file == null ? "baselineRevision " + revision : "baselineFile " + file)
                    + " something else; set one of them only.");
        } else if (!revision.isEmpty()) {
            GitRevision git = GitRevision.of(revision, base);
            return file == null ? git.sources(current, scratch) : git.file(file);
        } else if (file != null) {
            return DocumentFiles.read(file);
        }
        return artifact.isEmpty() ? releases.before(project) : releases.named(artifact);
    }
}
