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
 * Writes the OpenRPC document of each interface with <code>@RpcService</code>: into the jar, where a running server finds
 * it, and into the build folder. There it also writes <code>exposure.md</code>, which lists every method that a peer can
 * reach, with all that a security review asks for.
 */
@Mojo(
        name = "describe",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyCollection = ResolutionScope.COMPILE,
        threadSafe = true)
public final class DescribeMojo extends ReadingMojo {
    /** The folder that the jar is made of; the documents go into <code>META-INF/rpc</code> below it. */
    @Parameter(property = "rpc.classesDirectory", defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /**
     * Where to write the same documents and the report <code>exposure.md</code>, for people and other tools. Two executions
     * in one module need two folders.
     */
    @Parameter(property = "rpc.documentDirectory", defaultValue = "${project.build.directory}/rpc", required = true)
    private File documentDirectory;

    @Inject
    DescribeMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
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
        return new Target.Descriptions(classesDirectory.toPath(), documentDirectory.toPath());
    }
}
