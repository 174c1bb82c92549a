package dev.parley.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;

/**
 * Writes the same as <code>rpc:describe</code> for the services that <code>rpc:generate-test</code> generates for, so that
 * a server in a test describes itself as one outside does.
 */
@Mojo(
        name = "describe-test",
        defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyCollection = ResolutionScope.TEST,
        threadSafe = true)
public final class DescribeTestMojo extends ReadingMojo {
    /** The folder that tests are run from; the documents go into <code>META-INF/rpc</code> below it. */
    @Parameter(
            property = "rpc.testClassesDirectory",
            defaultValue = "${project.build.testOutputDirectory}",
            required = true)
    private File testClassesDirectory;

    /**
     * Where to write the same documents and the report <code>exposure.md</code>, for people and other tools. Two executions
     * in one module need two folders.
     */
    @Parameter(
            property = "rpc.testDocumentDirectory",
            defaultValue = "${project.build.directory}/rpc-test",
            required = true)
    private File documentDirectory;

    /** Whether to do nothing as tests are not compiled either. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Inject
    DescribeTestMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
        super(resolver, repositories, ide);
    }

    @Override
    List<String> projectRoots() {
        return project().getTestCompileSourceRoots();
    }

    @Override
    Set<String> scopes() {
        return Scopes.TEST;
    }

    @Override
    Target target() throws MojoFailureException {
        return new Target.Descriptions(testClassesDirectory.toPath(), documentDirectory.toPath());
    }

    @Override
    boolean isSkipped() {
        return super.isSkipped() || skipTests;
    }

    @Override
    List<Path> siblingRoots() {
        return project().getCompileSourceRoots().stream().map(Path::of).toList();
    }

    @Override
    List<Path> ownClasses() {
        return List.of(Path.of(project().getBuild().getOutputDirectory()));
    }
}
