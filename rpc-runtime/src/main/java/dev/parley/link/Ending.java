package dev.parley.link;

import dev.parley.contract.RpcConnectionException;
import dev.parley.transport.End;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why no answer will come any more.
 *
 * @param text what follows "the connection was"
 */
record Ending(String text, @Nullable IOException cause) {
    static Ending of(End why) {
        return new Ending(why.text(), why.cause());
    }

    /** Whether it says no more than that the connection was closed: an end that comes later may know more. */
    boolean isBare() {
        return equals(of(End.CLOSED_BY_PEER)) || equals(of(End.CLOSED_HERE));
    }

    /** What a call fails with. */
    RpcConnectionException exception(String connection) {
        return new RpcConnectionException("the connection to " + connection + " was " + text, cause);
    }
}
