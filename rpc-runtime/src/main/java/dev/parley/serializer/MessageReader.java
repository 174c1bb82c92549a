package dev.parley.serializer;

import dev.parley.message.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over the messages of one frame. For one thread; recycled by {@link #close()}.
 *
 * <p>Typical use: {@code for (Envelope message; (message = reader.next()) != null; ) …}, reading values of a message before
 * moving on.
 */
public interface MessageReader extends AutoCloseable {
    /** Whether the frame is an array of messages. An empty array is a batch whose first {@link #next} is null. */
    boolean isBatch();

    /**
     * Moves to the next message and says where its members are.
     *
     * <p>A batch was checked as a whole before. Of a frame with a single response the reader may stop at the start of
     * the result: the result's range then ends at {@link dev.parley.message.Part#OPEN}. It does so only if the id came
     * before and the result is not null.
     *
     * @return the message, valid until the reader moves on or is closed; null when there is none left
     * @throws MalformedMessageException when the frame turns out not to be well-formed
     */
    @Nullable
    Envelope next();

    /**
     * A reader of one value of the frame.
     *
     * @param from where the value starts, as an {@link Envelope} says
     * @param to where it ends, or {@link dev.parley.message.Part#OPEN}
     * @return a reader that stands before the value, valid until the next call on this object
     */
    ValueReader value(int from, int to);

    /**
     * Checks whatever was not read yet, after a value with an open end was read, and puts the members that follow it
     * into the envelope that {@link #next} returned. Does nothing when all was checked already.
     *
     * @throws MalformedMessageException when the rest is not well-formed
     */
    void finish();

    /** Gives the reader back. */
    @Override
    void close();
}
