package dev.parley.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.serializer.json.JsonSerializer;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** A log that fails costs no caller its answer. */
class BrokenLogTest {
    private final Logger log = Logger.getLogger("dev.parley.call");

    private boolean asked;

    private final Handler broken = new Handler() {
        @Override
        public void publish(LogRecord line) {
            asked = true;
            throw new NoClassDefFoundError("no log");
        }

        @Override
        public void flush() {
            // There is nothing.
        }

        @Override
        public void close() {
            // There is nothing.
        }
    };

    @Test
    void aCallThatFailedIsAnsweredAllTheSame() {
        Dispatcher dispatcher = Dispatcher.builder(JsonSerializer.INSTANCE)
                .method("fail", params -> {
                    throw new IllegalStateException("no");
                })
                .build();
        log.addHandler(broken);
        try {
            byte[] answer = dispatcher.dispatch(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"id\":1}".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(answer, StandardCharsets.UTF_8))
                    .startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32603,");
            assertThat(asked).isTrue();
        } finally {
            log.removeHandler(broken);
        }
    }
}
