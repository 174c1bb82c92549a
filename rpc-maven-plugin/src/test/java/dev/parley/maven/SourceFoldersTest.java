package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFoldersTest {
    @TempDir
    private Path base;

    @Test
    void readsWhatHoldsJavaAndIsNotOurs() throws Exception {
        Path main = folder("src/main/java");
        Path generated = folder("target/generated-sources/other");
        Path ours = folder("target/generated-sources/rpc");
        Path empty = Files.createDirectories(base.resolve("target/generated-sources/annotations"));

        assertThat(new SourceFolders(List.of(main), List.of(ours))
                        .toRead(List.of(main, generated, ours, empty, base.resolve("absent"), main)))
                .containsExactly(main, generated);
    }

    @Test
    void refusesToWriteAmongHandWrittenSources() throws IOException {
        Path main = folder("src/main/java");
        Path inside = main.resolve("generated");

        assertThatThrownBy(() -> new SourceFolders(List.of(main), List.of(main)).toRead(List.of(main)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The outputDirectory " + main + " lies in the source folder " + main
                        + ". Generated files need a folder of their own, such as target/generated-sources/rpc.");
        assertThatThrownBy(() -> new SourceFolders(List.of(), List.of(inside)).toRead(List.of(main)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining(inside.toString());
    }

    private Path folder(String path) throws IOException {
        Path folder = Files.createDirectories(base.resolve(path));
        Files.writeString(folder.resolve("A.java"), "class A {}");
        return folder;
    }
}
