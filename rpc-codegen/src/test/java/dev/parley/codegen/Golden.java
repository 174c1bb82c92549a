package dev.parley.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.codegen.GenerationResult.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares output with files of this repository; {@code -Dparley.golden.write=true} writes them instead. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/golden");

    private Golden() {}

    static void check(String name, Project project) {
        List<GeneratedFile> files = new ArrayList<>(project.result().sources());
        files.addAll(project.result().descriptions());
        for (GeneratedFile file : files) {
            check(FOLDER.resolve(name).resolve(file.path()), file.content());
        }
    }

    private static void check(Path path, String text) {
        try {
            if (Boolean.getBoolean("parley.golden.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            assertThat(path).exists();
            assertThat(text).as(path.toString()).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
