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
 * Generates the same as <code>rpc:generate</code> for the interfaces with <code>@RpcService</code> among the test
 * sources, and adds it to the test sources that are compiled.
 */
@Mojo(
        name = "generate-test",
        defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES,
        requiresDependencyCollection = ResolutionScope.TEST,
        threadSafe = true)
public final class GenerateTestMojo extends ReadingMojo {
    /** Where to write. It need not be this plugin's alone, but must be no folder of hand-written sources. */
    @Parameter(
            property = "rpc.testOutputDirectory",
            defaultValue = "${project.build.directory}/generated-test-sources/rpc",
            required = true)
    private File outputDirectory;

    /** Whether to write clients. */
    @Parameter(property = "rpc.client", defaultValue = "true")
    private boolean client;

    /** Whether to write server skeletons. */
    @Parameter(property = "rpc.server", defaultValue = "true")
    private boolean server;

    /** Whether to have what was generated compiled with the project's tests. */
    @Parameter(property = "rpc.addTestCompileSourceRoot", defaultValue = "true")
    private boolean addTestCompileSourceRoot;

    /** Whether to do nothing as tests are not compiled either. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean skipTests;

    @Inject
    GenerateTestMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
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
        return new Target.Sources(outputDirectory.toPath(), charset());
    }

    @Override
    boolean client() {
        return client;
    }

    @Override
    boolean server() {
        return server;
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

    @Override
    void register() {
        if (addTestCompileSourceRoot) {
            project().addTestCompileSourceRoot(outputDirectory.getPath());
        }
    }
}
