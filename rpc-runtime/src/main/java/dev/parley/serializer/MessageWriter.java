package dev.parley.serializer;

import dev.parley.frame.Frame;

/** Writes messages, one after another, each into a frame of its own. For one thread; recycled by {@link #close()}. */
public interface MessageWriter extends AutoCloseable {
    /**
     * Starts a message. What an unfinished message left behind is dropped, so that a value that fails half-way can be
     * replaced by an error.
     *
     * @return the writer of the message's one value, valid until the next call on this object
     */
    ValueWriter begin();

    /** Ends the message: its bytes, on loan until the next {@link #begin()} or {@link #close()}. */
    Frame end();

    /** Gives the writer back. */
    @Override
    void close();
}
