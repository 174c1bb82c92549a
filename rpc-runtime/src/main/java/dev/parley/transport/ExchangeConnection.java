package dev.parley.transport;

import dev.parley.frame.Frame;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which each request has its own answer, used once: HTTP, NATS.
 *
 * <p>Any thread may call it, and it does not block.
 */
public non-sealed interface ExchangeConnection extends Connection {
    /**
     * Sends a request. Its bytes are copied before this returns.
     *
     * @param headers what goes along with the request, where the transport has headers
     * @param answerExpected false for a request of which the peer answers nothing, as a notification: the exchange then ends
     *     as soon as the transport has handed the request over, with {@code answered(null)}
     * @param handler told of the end exactly once, by any thread, perhaps before this returns
     */
    Pending exchange(Frame request, Headers headers, boolean answerExpected, AnswerHandler handler);

    /** A request whose answer has yet to come. */
    @FunctionalInterface
    interface Pending {
        /**
         * Gives the exchange up and tells the peer so, where the transport can. Its handler is told that it failed, unless it
         * has ended before.
         */
        void abort();
    }

    /** Told how one exchange goes. */
    interface AnswerHandler {
        /**
         * A part of the answer came, which is a message of its own; {@link #answered} or {@link #failed} follows.
         *
         * @param part its bytes, on loan until this returns
         */
        void part(Frame part);

        /**
         * The answer came, or the last part of it.
         *
         * @param answer its bytes, on loan until this returns; null when the peer had nothing to say
         */
        void answered(@Nullable Frame answer);

        /** There will be no answer. */
        void failed(IOException why);
    }
}
