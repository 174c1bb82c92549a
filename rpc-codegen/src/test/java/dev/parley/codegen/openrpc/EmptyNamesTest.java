package dev.parley.codegen.openrpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codec.Codec;
import dev.parley.codec.Json;
import dev.parley.codegen.DocumentRequest;
import dev.parley.codegen.GenerationRequest;
import dev.parley.codegen.GenerationResult;
import dev.parley.codegen.GenerationResult.GeneratedFile;
import dev.parley.codegen.Generator;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Empty texts that a document names are the same in the module that uses its types. */
class EmptyNamesTest {
    private static final String DOCUMENT = """
            {"openrpc":"1.3.2","info":{"title":"Api","version":"1"},"methods":[{"name":"m","params":[
              {"name":"kind","required":true,"schema":{"$ref":"#/components/schemas/Kind"}},
              {"name":"odd","required":true,"schema":{"$ref":"#/components/schemas/Odd"}}],
              "result":{"name":"r","schema":{"type":"null"}}}],
             "components":{"schemas":{
              "Kind":{"type":"string","enum":["","a","b c"]},
              "Odd":{"type":"object","required":["","x"],"properties":{"":{"type":"string"},"x":{"type":"integer"}}}}}}
            """;

    @TempDir
    Path folder;

    @Test
    void areTheSameWhereTheTypesAreUsed() throws Exception {
        Path document = Files.writeString(folder.resolve("api.json"), DOCUMENT);
        DocumentProject project =
                new DocumentProject(folder.resolve("p"), new DocumentRequest(document, "doc", "Api", false));
        assertThat(project.mistakes()).isEmpty();
        project.compile();
        Path sources = folder.resolve("src");
        for (GeneratedFile file : project.result().sources()) {
            Path path = sources.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
        String codec = codecOfKind(sources);
        assertThat(codec).contains("Codecs.enumBy(Kind.class, Codecs.STRING, Kind::text)");
        assertThat(project.source("doc/Kind.java")).contains("EMPTY(\"\")", "@JsonValue");
        assertThat(project.source("doc/Odd.java")).contains("@RpcCodec(OddCodec.class)");
        Codec<?> kind =
                project.descriptor().methods().get(0).parameters().get(0).codec();
        assertThat(String.valueOf(Json.read(kind, "\"\"".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("EMPTY");
    }

    private static String codecOfKind(Path sources) {
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
                true));
        assertThat(result.problems()).noneMatch(problem -> problem.isError());
        return result.sources().stream()
                .filter(file -> file.path().matches("doc/KindCodec\\d*.java"))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
