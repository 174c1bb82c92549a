package dev.parley.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyFilter;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.WorkspaceReader;

/**
 * Finds a project's dependencies and puts up with those that are not there.
 *
 * <p>Maven's own resolution, which a goal asks for in its descriptor, stops the build when a module of the same build was
 * never compiled, and so {@code mvn generate-sources} and the import into an IDE; here such a module gives its source
 * folders instead of its classes.
 */
final class DependencyReader {
    private final ProjectDependenciesResolver resolver;
    private final SourceJars sourceJars;
    private final MavenSession session;
    private final MavenProject project;
    private final Map<String, MavenProject> siblings;

    DependencyReader(
            ProjectDependenciesResolver resolver, SourceJars sourceJars, MavenSession session, MavenProject project) {
        this.resolver = resolver;
        this.sourceJars = sourceJars;
        this.session = session;
        this.project = project;
        this.siblings = session.getProjects().stream()
                .filter(other -> other != project)
                .collect(Collectors.toMap(
                        other -> coordinates(other.getGroupId(), other.getArtifactId(), other.getVersion()),
                        Function.identity(),
                        (first, second) -> first));
    }

    /**
     * Reads the dependencies of some scopes.
     *
     * @param sourcesOf patterns of the dependencies whose sources are wanted
     */
    Dependencies read(Set<String> scopes, List<String> sourcesOf) {
        DependencyResolutionResult result =
                resolve((node, parents) -> isInScope(node, scopes) && !isUncompiledSibling(node));
        List<Path> classPath = new ArrayList<>();
        List<Artifact> artifacts = new ArrayList<>();
        for (Dependency dependency : result.getResolvedDependencies()) {
            File file = dependency.getArtifact().getFile();
            if (file != null && holdsClasses(file)) {
                classPath.add(file.toPath().toAbsolutePath());
                artifacts.add(dependency.getArtifact());
            }
        }
        List<String> missing = new ArrayList<>();
        result.getUnresolvedDependencies()
                .forEach(dependency ->
                        missing.add(dependency.getArtifact() + " could not be resolved; types in it are unknown."));
        return new Dependencies(
                classPath, siblingRoots(result, scopes), sourceJars.of(artifacts, sourcesOf, missing), missing);
    }

    private DependencyResolutionResult resolve(DependencyFilter filter) {
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter(filter);
        try {
            return resolver.resolve(request);
        } catch (DependencyResolutionException e) {
            return e.getResult();
        }
    }

    private List<Path> siblingRoots(DependencyResolutionResult result, Set<String> scopes) {
        Set<Path> roots = new LinkedHashSet<>();
        if (result.getDependencyGraph() != null) {
            addSiblingRoots(result.getDependencyGraph(), scopes, roots);
        }
        return roots.stream().filter(Files::isDirectory).toList();
    }

    /** Walks a tree: Maven has resolved its conflicts, so that no dependency stands in it twice. */
    private void addSiblingRoots(DependencyNode node, Set<String> scopes, Set<Path> roots) {
        MavenProject sibling = isInScope(node, scopes) ? sibling(node) : null;
        if (sibling != null) {
            sibling.getCompileSourceRoots().forEach(root -> roots.add(Path.of(root)));
        }
        node.getChildren().forEach(child -> addSiblingRoots(child, scopes, roots));
    }

    /** Asks what this build has made so far; a jar that an earlier build left in the local repository does not count. */
    private boolean isUncompiledSibling(DependencyNode node) {
        WorkspaceReader workspace = session.getRepositorySession().getWorkspaceReader();
        return sibling(node) != null && (workspace == null || workspace.findArtifact(node.getArtifact()) == null);
    }

    private MavenProject sibling(DependencyNode node) {
        Artifact artifact = node.getArtifact();
        return artifact == null
                ? null
                : siblings.get(coordinates(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion()));
    }

    private static boolean isInScope(DependencyNode node, Set<String> scopes) {
        return node.getDependency() != null
                && scopes.contains(node.getDependency().getScope());
    }

    private static boolean holdsClasses(File file) {
        return file.isDirectory() || file.getName().endsWith(".jar");
    }

    private static String coordinates(String group, String artifact, String version) {
        return group + ":" + artifact + ":" + version;
    }
}
