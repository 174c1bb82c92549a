package dev.parley.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsBuilderTest {
    @Test
    void eachMethodSetsTheComponentOfItsName() {
        Limits changed = Limits.DEFAULT
                .change()
                .messageBytes(1)
                .responseBytes(2)
                .depth(3)
                .batchEntries(4)
                .batchResponseBytes(5)
                .callsInFlight(6)
                .callsQueued(7)
                .bytesQueued(8)
                .connections(9)
                .connectTimeout(Duration.ofSeconds(10))
                .partialMessageTimeout(Duration.ofSeconds(11))
                .callTimeout(Duration.ofSeconds(12))
                .drainTimeout(Duration.ofSeconds(13))
                .build();
        assertThat(changed)
                .isEqualTo(new Limits(
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(11),
                        Duration.ofSeconds(12),
                        Duration.ofSeconds(13)));
        assertThat(changed.change().build()).isEqualTo(changed);
    }
}
