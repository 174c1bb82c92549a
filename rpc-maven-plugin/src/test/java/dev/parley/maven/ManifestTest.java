package dev.parley.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
    @TempDir
    private Path folder;

    @Test
    void comesBackAsItWasWritten() throws IOException {
        Manifest manifest = new Manifest(
                "f00d",
                new TreeSet<>(Set.of("target/generated-sources/rpc")),
                new TreeMap<>(Map.of("target/a b/C.java", "12", "target/D.java", "34")),
                List.of("D.java:[1,2] [key] two\nlines and a \\ and \"quotes\""));
        Path file = folder.resolve("state/one.manifest");
        manifest.write(file);

        assertThat(Manifest.read(file)).isEqualTo(manifest);
        assertThat(file).hasContent("""
                rpc manifest 1
                fingerprint f00d
                root target/generated-sources/rpc
                file 34 target/D.java
                file 12 target/a b/C.java
                warning D.java:[1,2] [key] two\\nlines and a \\\\ and "quotes"
                """);
    }

    @Test
    void whatIsAbsentOrOfAnotherVersionOrDamagedCountsAsNone() throws IOException {
        assertThat(Manifest.read(folder.resolve("absent"))).isEqualTo(Manifest.NONE);
        assertThat(read("")).isEqualTo(Manifest.NONE);
        assertThat(read("rpc manifest 2\nfingerprint f00d\n")).isEqualTo(Manifest.NONE);
        assertThat(read("rpc manifest 1\nfingerprint f00d\nfile 12")).isEqualTo(Manifest.NONE);
        assertThat(read("rpc manifest 1\nwarning bad \\q escape\n")).isEqualTo(Manifest.NONE);
        assertThat(read("rpc manifest 1\n\u0000\u0001")).isEqualTo(Manifest.NONE);
    }

    private Manifest read(String text) throws IOException {
        return Manifest.read(Files.writeString(folder.resolve("some.manifest"), text));
    }
}
