package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.compare.Description;
import dev.parley.codegen.description.OpenRpcWriter;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.writer.JavaWriter;
import java.util.ArrayList;
import java.util.List;

/** The files that are written for one package. */
final class Output {
    private final Api api;

    Output(Api api) {
        this.api = api;
    }

    List<GeneratedFile> sources(boolean client, boolean server) {
        List<GeneratedFile> files = new ArrayList<>();
        new JavaWriter(api)
                .write(client, server)
                .forEach((name, text) -> files.add(new GeneratedFile(name.replace('.', '/') + ".java", text)));
        return files;
    }

    List<GeneratedFile> descriptions(String version) {
        OpenRpcWriter writer = new OpenRpcWriter(api, version);
        return api.services().stream()
                .map(service -> new GeneratedFile(
                        "META-INF/rpc/" + service.name().qualifiedName() + ".json", writer.write(service)))
                .toList();
    }

    /** The descriptions, with where each thing in them comes from. */
    List<Description> described() {
        OpenRpcWriter writer = new OpenRpcWriter(api, "");
        return api.services().stream()
                .map(service -> Description.of(
                        service.name().qualifiedName(), writer.write(service), writer.origins(service)::at))
                .toList();
    }
}
