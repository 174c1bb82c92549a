package dev.parley.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.framing.Framings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportOptionsTest {
    private record Allowed(String hosts) {}

    @Test
    void eachOptionIsSetAndKept() {
        TransportOptions options = TransportOptions.DEFAULT
                .change()
                .maxFrame(1)
                .maxDepth(2)
                .maxConnections(3)
                .connectTimeout(Duration.ofSeconds(4))
                .partialFrameTimeout(Duration.ofSeconds(5))
                .framing(Framings.LINE)
                .with(Allowed.class, new Allowed("a"))
                .with(Allowed.class, new Allowed("b"))
                .build()
                .change()
                .build();
        assertThat(options.maxFrame()).isEqualTo(1);
        assertThat(options.maxDepth()).isEqualTo(2);
        assertThat(options.maxConnections()).isEqualTo(3);
        assertThat(options.connectTimeout()).hasSeconds(4);
        assertThat(options.partialFrameTimeout()).hasSeconds(5);
        assertThat(options.framing()).isSameAs(Framings.LINE);
        assertThat(options.settings(Allowed.class)).contains(new Allowed("b"));
        assertThat(options.settings(String.class)).isEmpty();
        assertThat(TransportOptions.DEFAULT.settings(Allowed.class)).isEmpty();
    }
}
