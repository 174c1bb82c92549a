package dev.parley.codegen;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.compare.Description;
import dev.parley.codegen.description.OpenRpcWriter;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.writer.DeclarationWriter;
import dev.parley.codegen.writer.JavaWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The files that are written for one package. */
final class Output {
    private final Api api;
    private final Charset encoding;

    /** @param encoding that of the Java files */
    Output(Api api, Charset encoding) {
        this.api = api;
        this.encoding = encoding;
    }

    List<GeneratedFile> sources(boolean client, boolean server) {
        return javaFiles(new JavaWriter(api).write(client, server));
    }

    /** Interfaces and model types, of an API that came without any. */
    List<GeneratedFile> declarations(boolean defaultMethods, String origin) {
        return javaFiles(new DeclarationWriter(api, defaultMethods).write(origin));
    }

    private List<GeneratedFile> javaFiles(SortedMap<String, String> texts) {
        List<GeneratedFile> files = new ArrayList<>();
        texts.forEach((name, text) ->
                files.add(new GeneratedFile(name.replace('.', '/') + ".java", JavaText.in(encoding, text))));
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
