package dev.parley.dispatch;

/** What a message that came in amounts to. */
sealed interface Incoming permits IncomingCall, Incoming.Refused, Incoming.Done {
    /**
     * To be answered with an error.
     *
     * @param invalid whether it was no request at all
     */
    record Refused(Failure failure, boolean invalid, RequestId id) implements Incoming {}

    /** Nothing is left to do. */
    enum Done implements Incoming {
        /** It was an answer, and found its call, or was passed over. */
        ANSWER,
        /** It was a notification of what is not here. */
        NOTIFICATION
    }
}
