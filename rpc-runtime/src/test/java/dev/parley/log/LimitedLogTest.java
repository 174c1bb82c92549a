package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitedLogTest {
    private final List<String> lines = new ArrayList<>();
    private Level lowest = Level.INFO;
    private long now;
    private final LimitedLog log = new LimitedLog(new Kept(), () -> now);

    private final class Kept implements System.Logger {
        @Override
        public String getName() {
            return "kept";
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.getSeverity() >= lowest.getSeverity();
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String line, @Nullable Throwable cause) {
            if (isLoggable(level)) {
                lines.add(level + " " + line + (cause == null ? "" : " + " + cause.getMessage()));
            }
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, Object... parameters) {
            log(level, bundle, format, (Throwable) null);
        }
    }

    private void fail(String kind, int times) {
        for (int i = 0; i < times; i++) {
            int number = i;
            log.log(Level.ERROR, kind, () -> kind + " " + number, new IllegalStateException("why"));
        }
    }

    @Test
    void writesTenOfAKindAndCountsTheOthers() {
        fail("find", 1_000_000);
        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).isEqualTo("ERROR find 0 + why");
        assertThat(lines.get(9)).isEqualTo("ERROR find 9 (for up to 10 s, further ones are only counted) + why");
        now += TimeUnit.SECONDS.toNanos(10);
        fail("find", 2);
        assertThat(lines.subList(10, 12))
                .containsExactly(
                        "ERROR find 0 (before it, 999990 more like it were left out) + why", "ERROR find 1 + why");
    }

    @Test
    void aFloodOfOneKindHidesNoOther() {
        fail("find", 100);
        fail("store", 1);
        assertThat(lines).hasSize(11).last().isEqualTo("ERROR store 0 + why");
    }

    @Test
    void kindsThatAPeerMakesUpAreCountedTogether() {
        for (int i = 0; i < 10_000; i++) {
            fail("made up " + i, 1);
        }
        assertThat(lines).hasSize(256 + 10);
    }

    @Test
    void atDebugAllAreWritten() {
        lowest = Level.DEBUG;
        fail("find", 12);
        assertThat(lines.subList(10, 12)).containsExactly("DEBUG find 10", "DEBUG find 11");
        lowest = Level.OFF;
        fail("find", 1);
        assertThat(lines).hasSize(12);
    }
}
