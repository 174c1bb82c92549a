package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.GenerationResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
    private static final GenerationResult RESULT = new GenerationResult(
            List.of(),
            List.of("a.Api"),
            List.of(new GenerationResult.GeneratedFile("a/ApiClient.java", "// größe")),
            List.of(new GenerationResult.GeneratedFile("META-INF/rpc/a.Api.json", "\"größe\"")),
            List.of(),
            List.of());

    @Test
    void javaIsWrittenInTheEncodingOfTheSourcesAroundIt() {
        Target target = new Target.Sources(Path.of("out"), StandardCharsets.ISO_8859_1);

        assertThat(target.files(RESULT))
                .containsOnlyKeys(Path.of("out/a/ApiClient.java"))
                .allSatisfy(
                        (path, bytes) -> assertThat(bytes).isEqualTo("// größe".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void documentsAreUtf8() {
        Target target = new Target.Descriptions(Path.of("classes"), Path.of("rpc"));

        assertThat(target.files(RESULT))
                .containsOnlyKeys(Path.of("classes/META-INF/rpc/a.Api.json"), Path.of("rpc/a.Api.json"))
                .allSatisfy((path, bytes) -> assertThat(bytes).isEqualTo("\"größe\"".getBytes(StandardCharsets.UTF_8)));
    }
}
