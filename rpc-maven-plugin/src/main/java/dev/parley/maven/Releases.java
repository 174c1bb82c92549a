package dev.parley.maven;

import dev.parley.codegen.Baseline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.version.Version;
import org.jspecify.annotations.Nullable;

/** Fetches what was released, from the project's repositories. */
final class Releases {
    /** Versions that nobody is promised anything by. */
    private static final Pattern EARLY =
            Pattern.compile("(?i).*(snapshot|alpha|beta|milestone|preview|[-.](m|rc|cr|ea)[-.]?\\d*$).*");

    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    Releases(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    /** The artifact of some coordinates: {@code groupId:artifactId:version[:type[:classifier]]}. */
    Baseline named(String coordinates) throws IOException, MojoFailureException {
        String[] parts = coordinates.split(":", -1);
        boolean whole = parts.length >= 3 && parts.length <= 5;
        for (String part : parts) {
            whole &= part.matches("[A-Za-z0-9._-]+");
        }
        if (!whole) {
            throw new MojoFailureException("baseline is \"" + coordinates
                    + "\", which names no artifact; write groupId:artifactId:version[:type[:classifier]].");
        }
        Artifact artifact = new DefaultArtifact(
                parts[0], parts[1], parts.length == 5 ? parts[4] : "", parts.length > 3 ? parts[3] : "jar", parts[2]);
        Baseline.Documents found = fetch(coordinates, artifact);
        if (found.documents().isEmpty()) {
            throw new MojoFailureException("The baseline " + coordinates + " describes no service: its jar has no "
                    + DocumentFiles.FOLDER
                    + "*.json, which rpc:describe puts there. Name another with rpc.baseline, or a git"
                    + " tag with rpc.baselineRevision.");
        }
        return found;
    }

    /** The newest release of a module that is older than it is now, though it may describe nothing; null when there is none. */
    Baseline.@Nullable Documents before(MavenProject project) throws IOException, MojoFailureException {
        Artifact any = new DefaultArtifact(
                project.getGroupId(), project.getArtifactId(), "jar", "(," + project.getVersion() + ")");
        VersionRangeResult found;
        try {
            found = system.resolveVersionRange(session, new VersionRangeRequest(any, repositories, null));
        } catch (VersionRangeResolutionException e) {
            throw unreachable(project, e);
        }
        List<Version> versions = new ArrayList<>(found.getVersions());
        Collections.reverse(versions);
        for (Version version : versions) {
            if (!isEarly(version.toString())) {
                String name = project.getGroupId() + ":" + project.getArtifactId() + ":" + version;
                return fetch(name, any.setVersion(version.toString()));
            }
        }
        for (Exception problem : found.getExceptions()) {
            if (!(problem instanceof MetadataNotFoundException)) {
                throw unreachable(project, problem);
            }
        }
        return null;
    }

    static boolean isEarly(String version) {
        return EARLY.matcher(version).matches();
    }

    private static MojoFailureException unreachable(MavenProject project, Exception cause) {
        return new MojoFailureException(
                "Nobody can say which releases " + project.getGroupId() + ":" + project.getArtifactId() + " has: "
                        + cause.getMessage()
                        + ". Make the repository reachable, or name another baseline with rpc.baselineRevision or"
                        + " rpc.baselineFile.",
                cause);
    }

    private Baseline.Documents fetch(String name, Artifact artifact) throws IOException, MojoFailureException {
        try {
            return DocumentFiles.artifact(
                    name,
                    system.resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
                            .getArtifact()
                            .getFile()
                            .toPath());
        } catch (ArtifactResolutionException e) {
            throw new MojoFailureException(
                    "The baseline " + name + " can't be had: " + e.getMessage()
                            + ". Correct rpc.baseline, or add the repository that holds it.",
                    e);
        }
    }
}
