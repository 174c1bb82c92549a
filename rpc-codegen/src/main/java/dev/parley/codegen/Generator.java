package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.exposure.ExposureReport;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The front of the generator: one request in, one result out; nothing is written and nothing is remembered. */
public final class Generator {
    private Generator() {}

    /** Reads, checks and prints. Problems of the input are in the result; exceptions are bugs or unreadable disks. */
    public static GenerationResult generate(GenerationRequest request) {
        Reading read = Reading.of(request);
        List<FromDocument> documents = read.documents();
        List<Problem> problems = read.problems();
        List<String> services = Stream.concat(
                        read.apis().stream()
                                .flatMap(api -> api.services().stream())
                                .map(Service::name)
                                .map(Object::toString),
                        documents.stream().flatMap(document -> document.services().stream()))
                .sorted()
                .toList();
        List<Path> inputs = Stream.concat(
                        read.units().stream(), documents.stream().flatMap(document -> document.inputs().stream()))
                .distinct()
                .toList();
        return read.hasErrors()
                ? new GenerationResult(problems, services, List.of(), List.of(), List.of(), inputs)
                : print(request, read.apis(), documents, problems, services, inputs);
    }

    private static GenerationResult print(
            GenerationRequest request,
            List<Api> apis,
            List<FromDocument> documents,
            List<Problem> problems,
            List<String> services,
            List<Path> inputs) {
        List<GeneratedFile> sources = new ArrayList<>();
        List<GeneratedFile> descriptions = new ArrayList<>();
        for (Api api : apis) {
            Output output = new Output(api, request.encoding());
            sources.addAll(output.sources(request.client(), request.server()));
            descriptions.addAll(output.descriptions(request.apiVersion()));
        }
        for (FromDocument document : documents) {
            sources.addAll(document.sources(request.client(), request.server(), request.encoding()));
            descriptions.addAll(document.descriptions());
        }
        List<Problem> clashes = Clashes.in(sources);
        if (!clashes.isEmpty()) {
            List<Problem> all = new ArrayList<>(problems);
            all.addAll(clashes);
            return new GenerationResult(all, services, List.of(), List.of(), List.of(), inputs);
        }
        Comparator<GeneratedFile> byPath = Comparator.comparing(GeneratedFile::path);
        sources.sort(byPath);
        descriptions.sort(byPath);
        return new GenerationResult(problems, services, sources, descriptions, exposure(apis, documents), inputs);
    }

    private static List<GeneratedFile> exposure(List<Api> apis, List<FromDocument> documents) {
        List<Api> all = Stream.concat(apis.stream(), documents.stream().flatMap(document -> document.apis().stream()))
                .toList();
        return all.isEmpty() ? List.of() : List.of(new GeneratedFile("exposure.md", new ExposureReport(all).write()));
    }
}
