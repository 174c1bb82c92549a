package dev.parley.maven;

import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * All that the generator is given.
 *
 * @param request what the user asked for
 * @param generator the jars of the plugin itself: another version may make other files of the same request
 */
record Inputs(GenerationRequest request, List<Path> generator) {
    Inputs {
        generator = List.copyOf(generator);
    }

    /** A fingerprint: inputs with the same one give the same result. */
    Fingerprint fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint()
                .parameter("jdk", Runtime.version())
                .parameter("includes", request.includes())
                .parameter("excludes", request.excludes())
                .parameter("encoding", request.encoding())
                .parameter("release", request.release())
                .parameter("client", request.client())
                .parameter("server", request.server())
                .parameter("apiVersion", request.apiVersion());
        for (Path jar : generator) {
            fingerprint.classes(jar);
        }
        fingerprint.parameter("roots", request.sourceRoots().size());
        for (Path root : request.sourceRoots()) {
            fingerprint.sources(root);
        }
        for (Path root : request.siblingRoots()) {
            fingerprint.sources(root);
        }
        for (Path entry : request.classPath()) {
            fingerprint.classes(entry);
        }
        for (Path jar : request.sourceJars()) {
            fingerprint.sourceJar(jar);
        }
        for (DocumentRequest document : request.documents()) {
            fingerprint
                    .parameter("package", document.packageName())
                    .parameter("service", document.serviceName())
                    .parameter("keepUnknown", document.keepUnknown())
                    .parameter("checks", document.checks())
                    .parameter("optionalMembers", document.optionalMembers())
                    .parameter("defaultMethods", document.defaultMethods());
            for (Path file : ReferencedFiles.from(document.file())) {
                fingerprint.file(file);
            }
        }
        return fingerprint;
    }
}
