package dev.parley.maven;

import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.codehaus.plexus.build.BuildContext;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What the goals that read services have in common: what to read, and what to do when it is wrong. */
abstract class ReadingMojo extends AbstractMojo {
    private final ProjectDependenciesResolver resolver;
    private final RepositorySystem repositories;
    private final BuildContext ide;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Whether to do nothing. What an earlier run wrote stays, and stays a source folder. */
    @Parameter(property = "rpc.skip", defaultValue = "false")
    private boolean skip;

    /**
     * The folders to look for services in. When empty, the project's own source folders, those that other plugins added
     * included, and those that this plugin writes to left out.
     */
    @Parameter(property = "rpc.sourceRoots")
    private @Nullable List<File> sourceRoots;

    /**
     * Which source files to read services from: patterns such as <code>com/example/api/**</code>, relative to a source
     * folder. When empty, all. Types that a service uses are found in any case.
     */
    @Parameter(property = "rpc.includes")
    private @Nullable List<String> includes;

    /** Which source files to read no services from, though they are included: patterns as in <code>includes</code>. */
    @Parameter(property = "rpc.excludes")
    private @Nullable List<String> excludes;

    /**
     * The dependencies whose sources jars are to be fetched and read beside their classes, as
     * <code>groupId:artifactId</code>, where either may be <code>*</code>. Worth it for model types and interfaces in
     * jars, whose class files know no Javadoc, no parameter names, and, before JDK 22, no nullness. When empty, none: what
     * is generated does not depend on what happens to be in the local repository.
     */
    @Parameter(property = "rpc.dependencySources")
    private @Nullable List<String> dependencySources;

    /** The encoding of the sources. UTF-8 when the project does not say. */
    @Parameter(property = "rpc.encoding", defaultValue = "${project.build.sourceEncoding}")
    private @Nullable String encoding;

    /** The Java release of the sources. When empty, that of the JDK that Maven runs on. */
    @Parameter(property = "rpc.release", defaultValue = "${maven.compiler.release}")
    private @Nullable String release;

    /**
     * The version of the API in descriptions, where the comment of an interface names none with <code>@version</code> or
     * <code>@since</code>.
     */
    @Parameter(property = "rpc.apiVersion", defaultValue = "${project.version}")
    private @Nullable String apiVersion;

    /**
     * OpenRPC documents to generate services from: interfaces and model types as well as what is generated for interfaces
     * by hand. Files that they refer to are read too; nothing is fetched.
     */
    @Parameter(property = "rpc.openRpcDocuments")
    private @Nullable List<File> openRpcDocuments;

    /** The package of what is generated from <code>openRpcDocuments</code>, which need one. */
    @Parameter(property = "rpc.packageName")
    private @Nullable String packageName;

    /** Whether records of <code>openRpcDocuments</code> keep members that their schema does not name, in a map. */
    @Parameter(property = "rpc.keepUnknownMembers", defaultValue = "false")
    private boolean keepUnknownMembers;

    /**
     * Members that <code>openRpcDocuments</code> require and the other end leaves out, or sends as null: patterns such as
     * <code>TransactionInfo.block*</code>, where a component or a method stands before the dot and <code>*</code> for any
     * text. They become optional; the log lists them.
     */
    @Parameter(property = "rpc.optionalMembers")
    private @Nullable List<String> optionalMembers;

    /**
     * Whether the methods of interfaces from <code>openRpcDocuments</code> have bodies, so that a server may implement some of
     * them: a call of another is answered as that of an unknown method.
     */
    @Parameter(property = "rpc.defaultMethods", defaultValue = "false")
    private boolean defaultMethods;

    /**
     * Whether codecs of <code>openRpcDocuments</code> refuse values that break what their schemas say besides types:
     * lengths, patterns, bounds. Off by default, since many a server breaks its own schemas, and a client had better read
     * what they send.
     */
    @Parameter(property = "rpc.checkConstraints", defaultValue = "false")
    private boolean checkConstraints;

    /** Whether to fail when there is no service at all; otherwise that is a warning. */
    @Parameter(property = "rpc.failOnNoServices", defaultValue = "false")
    private boolean failOnNoServices;

    /** Whether to fail on warnings as on errors. */
    @Parameter(property = "rpc.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Whether to read and generate though nothing has changed. */
    @Parameter(property = "rpc.force", defaultValue = "false")
    private boolean force;

    ReadingMojo(ProjectDependenciesResolver resolver, RepositorySystem repositories, BuildContext ide) {
        this.resolver = resolver;
        this.repositories = repositories;
        this.ide = ide;
    }

    /** The project's own folders for this goal. */
    abstract List<String> projectRoots();

    /** The dependencies of which scopes can be seen. */
    abstract Set<String> scopes();

    /** What is written, and where. */
    abstract Target target() throws MojoFailureException;

    /** Whether to write clients. */
    boolean client() {
        return true;
    }

    /** Whether to write skeletons. */
    boolean server() {
        return true;
    }

    /** Makes the output part of the build; happens in any case, so that a skipped run leaves a project that compiles. */
    void register() {}

    /** Folders of this very module that types may come from, but no services. */
    List<Path> siblingRoots() {
        return List.of();
    }

    /** Folders of compiled classes of this very module. */
    List<Path> ownClasses() {
        return List.of();
    }

    /** Whether to do nothing. */
    boolean isSkipped() {
        return skip;
    }

    final MavenProject project() {
        return project;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        register();
        if (isSkipped()) {
            getLog().info("Skipped.");
            return;
        }
        Toolchain.requireCompiler(goal(), ToolProvider.getSystemJavaCompiler(), System.getProperty("java.home"));
        try {
            work();
            target().folders().forEach(folder -> ide.refresh(folder.toFile()));
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException(goal() + " could not read or write a file: " + e, e);
        }
    }

    /** Reads, and writes what was made. */
    void work() throws IOException, MojoExecutionException, MojoFailureException {
        Outputs outputs = Outputs.open(base(), state(), name(execution.getExecutionId()), declared());
        Inputs inputs = new Inputs(request(), generator());
        Strictness strictness = new Strictness(failOnNoServices, failOnWarning, force);
        new Run(goal(), getLog(), inputs, target(), outputs, strictness, memory()).execute();
    }

    final Path base() {
        return project.getBasedir().toPath().toAbsolutePath();
    }

    /** Where the plugin keeps what is its own. */
    final Path state() {
        return Path.of(project.getBuild().getDirectory(), "rpc");
    }

    final boolean failsOnWarning() {
        return failOnWarning;
    }

    final MavenSession session() {
        return session;
    }

    final RepositorySystem repositories() {
        return repositories;
    }

    /** What to read. */
    final GenerationRequest request() throws IOException, MojoFailureException {
        return request(foldersToRead(base(), state()));
    }

    private ExecutionName name(String id) {
        return new ExecutionName(id, execution.getGoal());
    }

    private Set<ExecutionName> declared() {
        Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
        return plugin == null
                ? Set.of()
                : plugin.getExecutions().stream()
                        .map(PluginExecution::getId)
                        .map(this::name)
                        .collect(Collectors.toSet());
    }

    private List<Path> foldersToRead(Path base, Path state) throws IOException, MojoFailureException {
        List<Path> ours = new ArrayList<>(Outputs.rootsOfAll(base, state));
        ours.addAll(target().sourceRoots());
        List<Path> handWritten = Stream.of(
                        project.getBuild().getSourceDirectory(),
                        project.getBuild().getTestSourceDirectory())
                .map(Path::of)
                .toList();
        List<Path> candidates = orNone(sourceRoots).isEmpty()
                ? projectRoots().stream().map(Path::of).toList()
                : orNone(sourceRoots).stream().map(File::toPath).toList();
        return new SourceFolders(handWritten, ours).toRead(candidates);
    }

    private GenerationRequest request(List<Path> folders) throws MojoFailureException {
        Dependencies dependencies = dependencies();
        List<Path> siblings = Stream.concat(siblingRoots().stream(), dependencies.siblingRoots().stream())
                .filter(Files::isDirectory)
                .toList();
        List<Path> classPath = Stream.concat(ownClasses().stream(), dependencies.classPath().stream())
                .filter(Files::exists)
                .toList();
        return new GenerationRequest(
                folders,
                orNone(includes),
                orNone(excludes),
                siblings,
                classPath,
                dependencies.sourceJars(),
                charset(),
                release == null ? "" : release.strip(),
                client(),
                server(),
                documents(),
                apiVersion == null ? "" : apiVersion.strip());
    }

    private List<DocumentRequest> documents() throws MojoFailureException {
        List<File> files = orNone(openRpcDocuments);
        String target = packageName == null ? "" : packageName.strip();
        if (!files.isEmpty() && target.isEmpty()) {
            throw new MojoFailureException(
                    "openRpcDocuments names " + files.get(0).getName()
                            + ", but no package to generate into; set packageName to one such as com.example.pets.");
        }
        return files.stream()
                .map(file -> new DocumentRequest(
                        file.toPath(),
                        target,
                        "",
                        keepUnknownMembers,
                        checkConstraints,
                        orNone(optionalMembers),
                        defaultMethods))
                .toList();
    }

    private Dependencies dependencies() {
        SourceJars sourceJars =
                new SourceJars(repositories, session.getRepositorySession(), project.getRemoteProjectRepositories());
        Dependencies found =
                new DependencyReader(resolver, sourceJars, session, project).read(scopes(), orNone(dependencySources));
        found.missing().forEach(sentence -> getLog().warn("[missing-dependency] " + sentence));
        return found;
    }

    private List<Path> generator() {
        return execution.getMojoDescriptor().getPluginDescriptor().getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(file -> file != null && file.exists())
                .map(File::toPath)
                .toList();
    }

    final Charset charset() throws MojoFailureException {
        try {
            return encoding == null || encoding.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "The encoding \"" + encoding + "\" is unknown to this JDK; set rpc.encoding to one such as UTF-8.",
                    e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Maven's own signature is raw; it documents String keys.
    private BuildMemory memory() {
        Map context = getPluginContext();
        return BuildMemory.in(context == null ? new HashMap<>() : context);
    }

    final String goal() {
        return "rpc:" + execution.getGoal();
    }

    static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
