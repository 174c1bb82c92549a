package dev.parley.transport.memory;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import dev.parley.transport.ConnectionInfo;
import dev.parley.transport.ExchangeHandler;
import dev.parley.transport.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request as its listener sees it.
 *
 * @param problem why it can't be read; its frame is empty then
 */
record MemoryRequest(
        Frame frame,
        ConnectionInfo connection,
        Headers headers,
        boolean answerExpected,
        @Nullable UnreadableException problem)
        implements ExchangeHandler.IncomingExchange {
    private static final Frame NOTHING = Frame.kept(new byte[0]);

    /** Copies a frame, unless it is larger than the listener allows. */
    static MemoryRequest of(Frame frame, MemorySession session, Headers headers, boolean answerExpected) {
        int limit = session.listener().maxFrame();
        if (frame.length() <= limit) {
            return new MemoryRequest(frame.keep(), session.from(), headers, answerExpected, null);
        }
        UnreadableException problem = new UnreadableException(
                UnreadableException.Rule.SIZE, "the message is larger than the limit of " + limit + " bytes");
        return new MemoryRequest(NOTHING, session.from(), headers, answerExpected, problem);
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
