package dev.parley.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void writesWhatIsNewAndMakesItsFolders() throws IOException {
        Path file = folder.resolve("a/b/C.java");

        assertThat(AtomicFile.write(file, "text".getBytes(UTF_8))).isTrue();
        assertThat(file).hasContent("text");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void leavesAnUnchangedFileUntouched() throws IOException {
        Path file = Files.writeString(folder.resolve("C.java"), "text");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);

        assertThat(AtomicFile.write(file, "text".getBytes(UTF_8))).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    }

    @Test
    void replacesAChangedFile() throws IOException {
        Path file = Files.writeString(folder.resolve("C.java"), "text");

        assertThat(AtomicFile.write(file, "other".getBytes(UTF_8))).isTrue();
        assertThat(file).hasContent("other");
    }
}
