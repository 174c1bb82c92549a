package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds Go programs of one file each, with nothing but the standard library and nothing outside this build's folder. */
final class GoPrograms {
    private static final Path TARGET = Path.of("target", "go").toAbsolutePath();

    private GoPrograms() {}

    /** Builds a program and gives its executable; a second time costs little, by Go's own cache. */
    static synchronized String build(Path source) throws IOException, InterruptedException {
        String name = source.getFileName().toString().replace(".go", "");
        String executable = TARGET.resolve("bin").resolve(name).toString();
        List<String> command = List.of(Programs.find("go"), "build", "-o", executable, source.toString());
        try (Running building = Running.start(command, environment())) {
            assertThat(building.ended()).isEqualTo(new Running.Ended(0, List.of(), List.of()));
        }
        return executable;
    }

    private static Map<String, String> environment() {
        return Map.of(
                "GO111MODULE", "off",
                "GOFLAGS", "",
                // Without cgo no C compiler is needed.
                "CGO_ENABLED", "0",
                "GOPATH", TARGET.resolve("path").toString(),
                "GOCACHE", TARGET.resolve("cache").toString());
    }
}
