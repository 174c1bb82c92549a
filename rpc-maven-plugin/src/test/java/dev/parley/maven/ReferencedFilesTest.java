package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencedFilesTest {
    @TempDir
    Path folder;

    @Test
    void followsReferencesToFilesAndNoOthers() throws IOException {
        Files.createDirectories(folder.resolve("types"));
        Path api = Files.writeString(folder.resolve("api.json"), """
                {"a": {"$ref": "#/b"}, "b": {"$ref": "types/pet.json#/Pet"}, "c": {"$ref": "gone.json"},
                 "d": {"$ref": "https://example.org/far.json#/x"}}
                """);
        Path pet = Files.writeString(folder.resolve("types/pet.json"), "{\"Pet\": {\"$ref\" : \"../api.json#/a\"}}");
        assertThat(ReferencedFiles.from(api)).containsExactly(api, pet);
    }
}
