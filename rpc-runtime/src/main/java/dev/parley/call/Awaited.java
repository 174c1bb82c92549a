package dev.parley.call;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The calls that an answer may belong to: those of a duplex connection, or of one exchange. */
public interface Awaited {
    /** Takes the call with an id out; null when none waits under it. */
    @Nullable
    PendingCall<?> take(long id);

    /** Whether all of them were sent in one message, which an error without an id is the answer to. */
    boolean isOneMessage();

    /** Takes out all calls that a test holds for. */
    List<PendingCall<?>> takeIf(Predicate<PendingCall<?>> test);

    /** Takes out all calls. */
    default List<PendingCall<?>> takeAll() {
        return takeIf(call -> true);
    }
}
