package dev.parley.call;

import dev.parley.message.Envelope;
import dev.parley.message.MessageKind;
import dev.parley.serializer.MessageReader;

/** Takes the answers that came over a connection. */
@FunctionalInterface
public interface AnswerTaker {
    /** For connections over which nothing is asked. */
    AnswerTaker NONE = (reader, message, kind) -> false;

    /**
     * Takes an answer.
     *
     * @param kind result, error, or invalid
     * @return whether it was meant as an answer
     */
    boolean take(MessageReader reader, Envelope message, MessageKind kind);
}
