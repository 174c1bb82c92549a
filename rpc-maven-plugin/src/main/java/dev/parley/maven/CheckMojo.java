package dev.parley.maven;

import dev.parley.codegen.Baseline;
import dev.parley.codegen.CheckRequest;
import dev.parley.codegen.CheckResult;
import dev.parley.codegen.GenerationRequest;
import dev.parley.codegen.ReleaseCheck;
import dev.parley.codegen.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the module describes with what its last release did, and fails when clients of that release would break.
 * All differences, with what they break and the way to stay compatible, go to the log and to <code>changes.md</code>. What
 * to read is said as for <code>rpc:describe</code>.
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyCollection = ResolutionScope.COMPILE,
        threadSafe = true)
public final class CheckMojo extends ReadingMojo {
    /**
     * The artifact to compare with: <code>groupId:artifactId:version[:type[:classifier]]</code>, whose
     * <code>META-INF/rpc</code> holds the documents that <code>rpc:describe</code> wrote, or which is such a document. When
     * empty, and no other baseline is named, the newest release of this module that is older than its own version.
     */
    @Parameter(property = "rpc.baseline")
    private @Nullable String baseline;

    /**
     * The OpenRPC document to compare with, or a folder of such. Together with <code>baselineRevision</code>, its path as of
     * that revision.
     */
    @Parameter(property = "rpc.baselineFile")
    private @Nullable File baselineFile;

    /**
     * The git revision to compare with: a tag, a branch or a commit. The sources as of then are read like those of now, so
     * that no document needs to be in git.
     */
    @Parameter(property = "rpc.baselineRevision")
    private @Nullable String baselineRevision;

    /** Which levels fail the build: some of <code>WIRE</code>, <code>SOURCE</code>, <code>BEHAVIOUR</code>, or <code>NONE</code>. */
    @Parameter(property = "rpc.failOn", defaultValue = "WIRE,SOURCE,BEHAVIOUR")
    private @Nullable List<String> failOn;

    /** The file of differences that were agreed on; it need not be there. */
    @Parameter(property = "rpc.waivers", defaultValue = "${project.basedir}/src/main/rpc/waivers.json")
    private @Nullable File waivers;

    /** Whether to fail when there is no release to compare with yet; otherwise that is a warning. */
    @Parameter(property = "rpc.failOnNoBaseline", defaultValue = "false")
    private boolean failOnNoBaseline;

    /** Where to write all differences. */
    @Parameter(
            property = "rpc.changesFile",
            defaultValue = "${project.build.directory}/rpc/changes.md",
            required = true)
    private File changesFile;

    /** Whether this goal does nothing. */
    @Parameter(property = "rpc.check.skip", defaultValue = "false")
    private boolean skipCheck;

    @Inject
    CheckMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
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
        return new Target.Nothing();
    }

    @Override
    boolean isSkipped() {
        return skipCheck || super.isSkipped() || project().getPackaging().equals("pom");
    }

    @Override
    void work() throws IOException, MojoExecutionException, MojoFailureException {
        GenerationRequest current = request();
        Baseline found = new BaselineChoice(
                        text(baseline),
                        baselineFile == null ? null : baselineFile.toPath(),
                        text(baselineRevision),
                        base(),
                        state().resolve("baseline"))
                .find(releases(), project(), current);
        if (found == null) {
            noBaseline(project().getGroupId() + ":" + project().getArtifactId() + " has no release before "
                    + project().getVersion() + " in the repositories");
            return;
        } else if (found instanceof Baseline.Documents documents
                && documents.documents().isEmpty()) {
            noBaseline(found.name() + " describes no service, because rpc:describe did not run in its build");
            return;
        }
        Path file = waivers != null && waivers.isFile() ? waivers.toPath() : null;
        CheckResult result;
        try {
            result = ReleaseCheck.run(new CheckRequest(current, found, file, Levels.of(orNone(failOn)), today()));
        } catch (IllegalStateException e) {
            throw new MojoExecutionException(
                    goal() + " failed by a fault of its own, please report it with the output of mvn -e: " + e, e);
        }
        report(found.name(), result);
    }

    private Releases releases() {
        return new Releases(
                repositories(), session().getRepositorySession(), project().getRemoteProjectRepositories());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    // Not the time stamp of reproducible builds: that may stand still for years, and no waiver would ever end.
    private LocalDate today() {
        return session().getStartTime().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void noBaseline(String why) throws MojoFailureException {
        String message = "[no-baseline] " + why
                + ", so there is nothing to compare with. After the next release this goes away by itself; until then,"
                + " rpc.baselineRevision can name a git tag.";
        if (failOnNoBaseline) {
            throw new MojoFailureException(message);
        }
        getLog().warn(message);
    }

    private void report(String name, CheckResult result) throws IOException, MojoFailureException {
        for (Problem problem : result.problems()) {
            switch (problem.severity()) {
                case ERROR -> getLog().error(problem.toString());
                case WARNING -> getLog().warn(problem.toString());
                case NOTE -> getLog().info(problem.toString());
            }
        }
        String written = "";
        if (!result.report().isEmpty()) {
            AtomicFile.write(changesFile.toPath(), result.report().getBytes(StandardCharsets.UTF_8));
            written = " All differences stand in " + changesFile + ".";
        }
        fail(count(result, Problem.Severity.ERROR), "error", "", name, written);
        if (failsOnWarning()) {
            fail(count(result, Problem.Severity.WARNING), "warning", ", and rpc.failOnWarning is set", name, written);
        }
        getLog().info("Compared with " + name + ": nothing that stops a release." + written);
    }

    private static long count(CheckResult result, Problem.Severity severity) {
        return result.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private void fail(long number, String kind, String why, String name, String written) throws MojoFailureException {
        if (number > 0) {
            throw new MojoFailureException(goal() + " found " + number + " " + kind + (number == 1 ? "" : "s")
                    + " against " + name + why + " (see above)." + written
                    + " Stay compatible as each message says, or agree on a difference in "
                    + (waivers == null ? "a file of waivers" : waivers) + ".");
        }
    }
}
