package dev.parley.benchmark.contender;

import java.io.IOException;
import java.util.List;

/**
 * One connection of a contender. Each answer is checked here, where its type is known; a method says whether it was
 * right.
 */
public interface Client extends AutoCloseable {
    /** Calls and waits. */
    boolean echo(String text) throws Exception;

    /** Calls and waits. */
    boolean search(int persons) throws Exception;

    /** Whether calls can be made without waiting; else the two methods below are not called. */
    default boolean isAsynchronous() {
        return true;
    }

    /** Calls and does not wait. */
    default void echo(String text, Outcome outcome) {
        throw new UnsupportedOperationException("this client only waits");
    }

    /** Calls and does not wait. */
    default void search(int persons, Outcome outcome) {
        throw new UnsupportedOperationException("this client only waits");
    }

    /** Sends echoes in one message and waits for all answers. */
    default boolean batch(List<String> texts) {
        throw new UnsupportedOperationException("this client has no batches");
    }

    @Override
    void close() throws IOException;

    /** Learns how a call ended that nobody waits for. */
    interface Outcome {
        /** The answer has come. */
        void ended(boolean right);
    }
}
