package dev.parley.maven;

import dev.parley.codegen.GenerationRequest;
import dev.parley.codegen.GenerationResult;
import dev.parley.codegen.Generator;
import dev.parley.codegen.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * One run of a goal: reads only when something has changed, and writes only when everything is right.
 *
 * @param goal as the user knows it: {@code rpc:generate}
 */
record Run(
        String goal,
        Log log,
        Inputs inputs,
        Target target,
        Outputs outputs,
        Strictness strictness,
        BuildMemory memory) {
    void execute() throws IOException, MojoExecutionException, MojoFailureException {
        ProblemLog problems = new ProblemLog(log, goal, memory);
        Fingerprint fingerprint = inputs.fingerprint();
        String read = fingerprint.hex();
        String whole = strictness.addTo(target.addTo(fingerprint)).hex();
        if (!strictness.force() && outputs.isUpToDate(whole)) {
            outputs.warnings().forEach(problems::warn);
            log.info("Nothing to generate - all files are up to date.");
            return;
        }
        GenerationResult result = generate(read);
        problems.report(result.problems(), strictness.failOnWarning());
        List<String> noServices = noServices(result);
        noServices.forEach(problems::warn);
        List<String> warnings = Stream.concat(
                        result.problems().stream()
                                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                                .map(Problem::toString),
                        noServices.stream())
                .toList();
        Outputs.Changes changes = outputs.replace(whole, target.sourceRoots(), target.files(result), warnings);
        log.info(services(result.services().size()) + ": " + changes + ".");
    }

    private GenerationResult generate(String fingerprint) throws MojoExecutionException {
        GenerationResult known = memory.result(fingerprint);
        if (known != null) {
            return known;
        }
        try {
            GenerationResult result = Generator.generate(inputs.request());
            memory.keep(fingerprint, result);
            return result;
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MojoExecutionException(
                    goal + " failed by a fault of its own, please report it with the output of mvn -e: " + e, e);
        }
    }

    private List<String> noServices(GenerationResult result) throws MojoFailureException {
        if (!result.services().isEmpty()) {
            return List.of();
        }
        String message = "[no-services] No interface with @RpcService found in " + places()
                + ". Check sourceRoots, includes and excludes, or set rpc.skip in this module.";
        if (strictness.failOnNoServices()) {
            throw new MojoFailureException(message);
        }
        return List.of(message);
    }

    private String places() {
        GenerationRequest request = inputs.request();
        String roots = request.sourceRoots().isEmpty()
                ? "any folder: no source folder holds a Java file"
                : request.sourceRoots().stream().map(Path::toString).collect(Collectors.joining(", "));
        return roots
                + (request.includes().isEmpty() ? "" : ", includes " + request.includes())
                + (request.excludes().isEmpty() ? "" : ", excludes " + request.excludes());
    }

    private static String services(int number) {
        return number + (number == 1 ? " service" : " services");
    }
}
