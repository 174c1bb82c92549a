package dev.parley.transport;

import dev.parley.frame.Frame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which each request has its own answer, used once: HTTP, NATS.
 *
 * <p>May be called by any thread and does not block.
 */
public non-sealed interface ExchangeConnection extends Connection {
    /** Sends a frame; the handler is called exactly once, by any thread. The bytes are copied before this returns. */
    void exchange(Frame request, AnswerHandler handler);

    /** What becomes of one exchange. */
    interface AnswerHandler {
        /**
         * The answer came.
         *
         * @param answer its bytes, on loan; null when the peer had nothing to say
         */
        void answered(@Nullable Frame answer);

        /** There will be no answer. */
        void failed(IOException why);
    }
}
