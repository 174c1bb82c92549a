package dev.parley.dispatch;

import dev.parley.frame.Frame;
import org.jspecify.annotations.Nullable;

/** Where the answer to one received frame goes; used once, by any thread. */
@FunctionalInterface
public interface Reply {
    /**
     * Answers.
     *
     * @param answer one response, or an array of them; on loan until this returns. Null when there is nothing to say
     * @param errorCode the code if the answer is a single error, else 0
     * @param batch whether the answer is an array
     */
    void send(@Nullable Frame answer, int errorCode, boolean batch);
}
