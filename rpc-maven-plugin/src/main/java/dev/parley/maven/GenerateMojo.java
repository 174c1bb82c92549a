package dev.parley.maven;

import java.io.File;
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
 * Generates a client, a server skeleton, and the codecs of the model types for each interface with
 * <code>@RpcService</code>, and adds them to the sources that are compiled.
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyCollection = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends ReadingMojo {
    /** Where to write. It need not be this plugin's alone, but must be no folder of hand-written sources. */
    @Parameter(
            property = "rpc.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/rpc",
            required = true)
    private File outputDirectory;

    /** Whether to write clients. */
    @Parameter(property = "rpc.client", defaultValue = "true")
    private boolean client;

    /** Whether to write server skeletons. */
    @Parameter(property = "rpc.server", defaultValue = "true")
    private boolean server;

    /** Whether to have what was generated compiled with the project. */
    @Parameter(property = "rpc.addCompileSourceRoot", defaultValue = "true")
    private boolean addCompileSourceRoot;

    @Inject
    GenerateMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
        super(resolver, repositories, ide);
    }

    @Override
    List<String> projectRoots() {
        return project().getCompileSourceRoots();
    }

    @Override
    Set<String> scopes() {
        return Scopes.MAIN;
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
    void register() {
        if (addCompileSourceRoot) {
            project().addCompileSourceRoot(outputDirectory.getPath());
        }
    }
}
