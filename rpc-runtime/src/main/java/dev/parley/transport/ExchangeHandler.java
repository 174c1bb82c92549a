package dev.parley.transport;

import dev.parley.frame.Frame;
import org.jspecify.annotations.Nullable;

/** What a listener of an exchange transport calls for each request. May be called by many threads; must not block. */
@FunctionalInterface
public interface ExchangeHandler {
    /**
     * A request came.
     *
     * @param frame its bytes, on loan until this returns
     * @param from who sent it
     * @param reply where its answer goes
     */
    void request(Frame frame, ConnectionInfo from, ReplyPath reply);

    /** Where the answer to one request goes; used exactly once, by any thread. */
    @FunctionalInterface
    interface ReplyPath {
        /**
         * Answers.
         *
         * @param answer the bytes, copied before this returns; null when there is nothing to say
         * @param outcome what the answer says, for transports that have a status of their own
         */
        void reply(@Nullable Frame answer, Outcome outcome);
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
