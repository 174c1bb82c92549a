package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import dev.parley.codegen.GenerationResult;
import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.Generator;
import dev.parley.codegen.description.OpenRpcWriter;
import dev.parley.codegen.model.Api;
import dev.parley.codegen.model.Problem;
import dev.parley.codegen.reader.openrpc.OpenRpcReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java that a document became, read as if a person had written it: its description is that of the document. */
class SourceTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "petstore-expanded.json",
                "simple-math.json",
                "params-by-name-petstore.json",
                "link-example.json",
                "metamask-multichain.json"
            })
    void theSourcesSayWhatTheDocumentSaid(String name) throws IOException {
        Path document = Corpus.document(name);
        Path sources = sources(document);
        Api api = OpenRpcReader.read(new OpenRpcReader.Input(document, "doc", "Api", false, false, List.of()))
                .api();
        String described = new OpenRpcWriter(api, "1").write(api.services().get(0));
        Golden.check(
                "openrpc/roundtrip/" + name.replace(".json", "") + "-sources.txt",
                ComeBack.differences(described, read(sources)));
    }

    @Test
    void unionsOfEveryStyleKeepTheirCodecs() throws IOException {
        Path sources = sources(Corpus.document("ethereum-execution-apis.json"));
        assertThat(read(sources)).contains("\"eth_getBlockByNumber\"");
    }

    private Path sources(Path document) throws IOException {
        DocumentProject project = new DocumentProject(folder, new DocumentRequest(document, "doc", "Api", false));
        for (GeneratedFile file : project.result().sources()) {
            Path path = folder.resolve("src").resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
        return folder.resolve("src");
    }

    private static String read(Path sources) {
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        GenerationResult result = Generator.generate(new GenerationRequest(
                List.of(sources),
                List.of(),
                List.of(),
                List.of(),
                classPath,
                List.of(),
                StandardCharsets.UTF_8,
                "17",
                true,
                true,
                List.of(),
                "1"));
        assertThat(result.problems().stream()
                        .filter(problem -> problem.severity() == Problem.Severity.ERROR
                                || problem.key().equals("databind-fallback")))
                .isEmpty();
        return result.descriptions().get(0).content();
    }
}
