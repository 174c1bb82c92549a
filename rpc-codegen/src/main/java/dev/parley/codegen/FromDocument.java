package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.compare.Description;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.model.Service;
import dev.parley.codegen.reader.openrpc.OpenRpcReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is generated from one OpenRPC document. */
final class FromDocument {
    private final DocumentRequest request;
    private final OpenRpcReader.Output read;

    FromDocument(DocumentRequest request) {
        this.request = request;
        this.read = OpenRpcReader.read(new OpenRpcReader.Input(
                request.file(),
                request.packageName(),
                request.serviceName(),
                request.keepUnknown(),
                request.checks(),
                request.optionalMembers()));
    }

    List<Path> inputs() {
        return read.files();
    }

    List<Problem> problems() {
        // Where something is wrong it is not known yet what will stay untyped.
        boolean wrong = Problem.anyError(read.problems());
        return read.problems().stream()
                .filter(problem -> problem.isError() || !wrong)
                .sorted(Problem.BY_PLACE)
                .toList();
    }

    /** What was read; nothing when the document can't be. */
    List<Api> apis() {
        Api api = read.api();
        return api == null ? List.of() : List.of(api);
    }

    List<String> services() {
        Api api = read.api();
        return api == null
                ? List.of()
                : api.services().stream()
                        .map(Service::name)
                        .map(Object::toString)
                        .toList();
    }

    List<GeneratedFile> sources(boolean client, boolean server, Charset encoding) {
        Api api = read.api();
        if (api == null) {
            return List.of();
        }
        Output output = new Output(api, encoding);
        List<GeneratedFile> files = new ArrayList<>(output.sources(client, server));
        files.addAll(output.declarations(
                request.defaultMethods(), request.file().getFileName().toString()));
        return files;
    }

    /** The document itself: it says more than what could be made of the interface. */
    List<GeneratedFile> descriptions() {
        return services().stream()
                .map(service -> new GeneratedFile("META-INF/rpc/" + service + ".json", read.text()))
                .toList();
    }

    /** The description, with where each thing stands in the file, whose text the description is but for other files'. */
    List<Description> described() {
        return services().stream()
                .map(service -> Description.of(service, read.text(), read.places()::apply))
                .toList();
    }
}
