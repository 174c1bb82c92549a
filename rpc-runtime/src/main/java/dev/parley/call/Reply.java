package dev.parley.call;

import dev.parley.frame.Frame;
import org.jspecify.annotations.Nullable;

/** Where the answer to one received frame, or to one entry of a batch, goes. Used once, by any thread. */
public abstract class Reply {
    /** What an answer says. */
    public enum Kind {
        /** There is nothing to say. */
        NOTHING,
        /** One result. */
        RESULT,
        /** One error. */
        ERROR,
        /** The answers to a batch. */
        BATCH
    }

    /** A reply path for one frame. */
    protected Reply() {}

    /**
     * Answers.
     *
     * @param answer one response, or an array of them; on loan until this returns. Null when there is nothing to say
     * @param kind what the answer says
     * @param code the code of a single error, else 0
     */
    public abstract void send(@Nullable Frame answer, Kind kind, int code);

    /** Takes room for an answer of so many bytes; false when it does not fit any more. */
    boolean accepts(int length) {
        return true;
    }

    /** A kept copy of the frame that the request came in. */
    Frame keep(Frame frame) {
        return frame.keep();
    }

    /** The entry's place in its batch, from 0; -1 outside batches. */
    int batchIndex() {
        return -1;
    }
}
