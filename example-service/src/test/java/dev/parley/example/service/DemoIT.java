package dev.parley.example.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo ends well when everything went well, and only then. */
@Timeout(120)
class DemoIT {
    @TempDir
    private Path folder;

    @Test
    void callsOverEachTransportAndPublishesTheDescription() throws Exception {
        try (Running demo = Jar.main(Demo.class, folder.toString())) {
            Running.Ended ended = demo.ended();
            assertThat(ended.errors()).isEmpty();
            assertThat(ended.status()).isZero();
            assertThat(ended.output())
                    .filteredOn(line -> line.startsWith("== over "))
                    .hasSize(4);
            assertThat(ended.output())
                    .filteredOn(line -> line.contains(" --> ") && line.contains("\"search\""))
                    .hasSize(4 * 3);
        }
        assertThat(OpenRpcSchema.errors(Files.readString(folder.resolve("openrpc.json"))))
                .isEmpty();
    }

    @Test
    void failsWhenItCanNotPublish() throws Exception {
        try (Running demo = Jar.main(Demo.class, folder.resolve("nowhere").toString())) {
            assertThat(demo.ended().status()).isEqualTo(1);
        }
    }
}
