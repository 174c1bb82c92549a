package dev.parley.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Fetches sources jars, of named dependencies only: what a build makes must not depend on which of them an IDE happened
 * to download.
 */
final class SourceJars {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    SourceJars(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = session;
        this.repositories = repositories;
    }

    /**
     * Fetches those of the artifacts that a pattern names: {@code groupId:artifactId}, either of which may be {@code *}.
     *
     * @param missing is given a sentence for each that could not be had
     */
    List<Path> of(List<Artifact> artifacts, List<String> patterns, List<String> missing) {
        List<Path> jars = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            if (patterns.stream().anyMatch(pattern -> matches(pattern, artifact))) {
                fetch(artifact, jars, missing);
            }
        }
        return jars;
    }

    private void fetch(Artifact artifact, List<Path> jars, List<String> missing) {
        Artifact sources = new DefaultArtifact(
                artifact.getGroupId(), artifact.getArtifactId(), "sources", "jar", artifact.getVersion());
        try {
            jars.add(system.resolveArtifact(session, new ArtifactRequest(sources, repositories, null))
                    .getArtifact()
                    .getFile()
                    .toPath());
        } catch (ArtifactResolutionException e) {
            missing.add(sources + " could not be resolved; its types are read from their classes, without comments.");
        }
    }

    static boolean matches(String pattern, Artifact artifact) {
        String[] parts = pattern.split(":", -1);
        return parts.length == 2
                && matchesPart(parts[0], artifact.getGroupId())
                && matchesPart(parts[1], artifact.getArtifactId());
    }

    private static boolean matchesPart(String pattern, String value) {
        return pattern.equals("*") || pattern.equals(value);
    }
}
