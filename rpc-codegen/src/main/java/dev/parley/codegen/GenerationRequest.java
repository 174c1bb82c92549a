package dev.parley.codegen;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What to generate from what.
 *
 * @param sourceRoots folders of Java source to read services from; every service found there is generated
 * @param includes glob patterns over paths relative to a source root; empty for all
 * @param excludes the same, for what to leave out
 * @param siblingRoots folders of Java source that types may come from, but no services (modules not compiled yet)
 * @param classPath jars and folders of compiled classes that types may come from
 * @param sourceJars jars of sources of what is on the class path, for its Javadoc, names and nullness
 * @param encoding of the sources
 * @param release the Java release of the sources; empty for that of the running JDK
 * @param client whether to write clients
 * @param server whether to write skeletons
 * @param documents OpenRPC documents to generate services from
 * @param apiVersion the version in descriptions of interfaces that name none themselves; empty for none
 */
public record GenerationRequest(
        List<Path> sourceRoots,
        List<String> includes,
        List<String> excludes,
        List<Path> siblingRoots,
        List<Path> classPath,
        List<Path> sourceJars,
        Charset encoding,
        String release,
        boolean client,
        boolean server,
        List<DocumentRequest> documents,
        String apiVersion) {
    /** Copies the lists. */
    public GenerationRequest {
        sourceRoots = List.copyOf(sourceRoots);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        siblingRoots = List.copyOf(siblingRoots);
        classPath = List.copyOf(classPath);
        sourceJars = List.copyOf(sourceJars);
        documents = List.copyOf(documents);
    }

    /** One without a version for interfaces that name none. */
    public GenerationRequest(
            List<Path> sourceRoots,
            List<String> includes,
            List<String> excludes,
            List<Path> siblingRoots,
            List<Path> classPath,
            List<Path> sourceJars,
            Charset encoding,
            String release,
            boolean client,
            boolean server,
            List<DocumentRequest> documents) {
        this(
                sourceRoots,
                includes,
                excludes,
                siblingRoots,
                classPath,
                sourceJars,
                encoding,
                release,
                client,
                server,
                documents,
                "");
    }

    /** One without documents. */
    public GenerationRequest(
            List<Path> sourceRoots,
            List<String> includes,
            List<String> excludes,
            List<Path> siblingRoots,
            List<Path> classPath,
            List<Path> sourceJars,
            Charset encoding,
            String release,
            boolean client,
            boolean server) {
        this(
                sourceRoots,
                includes,
                excludes,
                siblingRoots,
                classPath,
                sourceJars,
                encoding,
                release,
                client,
                server,
                List.of());
    }
}
