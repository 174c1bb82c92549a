package dev.parley.codegen;

import dev.parley.codegen.check.Checks;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.reader.source.SourceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a request leads to, read and checked.
 *
 * @param units the source files that may hold services
 * @param apis what the interfaces say, by package
 * @param documents what the documents say
 * @param problems all problems of both
 */
record Reading(List<Path> units, List<Api> apis, List<FromDocument> documents, List<Problem> problems) {
    static Reading of(GenerationRequest request) {
        Units found = new Units(request);
        List<Path> units = found.find();
        List<Path> sourcePath = new ArrayList<>(request.sourceRoots());
        sourcePath.addAll(request.siblingRoots());
        sourcePath.addAll(request.sourceJars());
        SourceReader.Output read = SourceReader.read(
                new SourceReader.Input(units, sourcePath, request.classPath(), request.encoding(), request.release()));
        List<FromDocument> documents =
                request.documents().stream().map(FromDocument::new).toList();
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(found.problems());
        problems.addAll(Checks.run(read.apis()));
        problems.sort(Problem.BY_PLACE);
        documents.forEach(document -> problems.addAll(document.problems()));
        return new Reading(units, read.apis(), documents, problems);
    }

    boolean hasErrors() {
        return Problem.anyError(problems);
    }
}
