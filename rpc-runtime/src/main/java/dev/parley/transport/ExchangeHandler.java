package dev.parley.transport;

import dev.parley.frame.Frame;
import dev.parley.framing.UnreadableException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Told of the requests that come over one connection of an exchange transport. Many threads may call it at once; none of
 * its methods may block.
 */
public interface ExchangeHandler {
    /**
     * A request came.
     *
     * @param request what came, on loan until this returns
     * @param reply takes its answer
     * @return told if the client gives up before it has its answer
     */
    Handling request(IncomingExchange request, ReplyPath reply);

    /**
     * A request came that was refused before it was read as a whole, because it is too large, for instance.
     *
     * @param why what is wrong, in words that may be shown to the peer
     * @param head what is known of the request; its frame is empty
     * @param reply takes the answer, if the handler has one
     */
    void unreadable(UnreadableException why, IncomingExchange head, ReplyPath reply);

    /** The connection over which the requests came is gone; the last call, and exactly one. */
    default void ended(End why) {}

    /** One request. */
    interface IncomingExchange {
        /** Its bytes, on loan. */
        Frame frame();

        /** The connection over which it came. */
        ConnectionInfo connection();

        /** The value of a header, looked up without case; null when there is no such header. */
        @Nullable
        String header(String name);

        /** Whether the client waits for an answer; if not, a reply is dropped. */
        boolean answerExpected();
    }

    /** What goes on with a request that a handler took over. */
    @FunctionalInterface
    interface Handling {
        /** Does not care whether the client still waits. */
        Handling NONE = why -> {};

        /**
         * The client hung up or aborted, and any reply will be dropped. Called at most once, and never after the reply was
         * complete.
         *
         * @param why what became of the client; null when it gave up this one request
         */
        void abandoned(@Nullable IOException why);
    }

    /** Takes the answer to one request; any thread. After the client has gone its calls have no effect. */
    interface ReplyPath {
        /**
         * Answers with one message of several.
         *
         * @param part its bytes, copied before this returns
         */
        void part(Frame part);

        /**
         * Answers with the only message, or ends an answer of several parts. Called exactly once.
         *
         * @param last the bytes, copied before this returns; null when there is nothing (more) to say
         * @param outcome what the answer says, for transports that have a status of their own
         */
        void reply(@Nullable Frame last, Outcome outcome);
    }

    /**
     * What an answer says.
     *
     * @param kind in general
     * @param errorCode the JSON-RPC error code if {@code kind} is {@link Kind#ERROR}, else 0
     */
    record Outcome(Kind kind, int errorCode) {
        /** What an answer says, in general. */
        public enum Kind {
            /** There was nothing to answer. */
            NOTHING,
            /** One result. */
            RESULT,
            /** One error. */
            ERROR,
            /** The answers to a batch. */
            BATCH
        }

        /** There was nothing to answer. */
        public static final Outcome NOTHING = new Outcome(Kind.NOTHING, 0);

        /** One result. */
        public static final Outcome RESULT = new Outcome(Kind.RESULT, 0);

        /** The answers to a batch. */
        public static final Outcome BATCH = new Outcome(Kind.BATCH, 0);

        /** One error. */
        public static Outcome error(int code) {
            return new Outcome(Kind.ERROR, code);
        }
    }
}
