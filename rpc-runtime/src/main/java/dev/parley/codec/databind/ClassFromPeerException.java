package dev.parley.codec.databind;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A type would let a peer name a class to load: nothing of it is read or written. Not an {@code
 * IllegalArgumentException}, of which Jackson would keep the text only.
 */
final class ClassFromPeerException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    ClassFromPeerException(String message) {
        super(message);
    }

    /** The one among the causes of an error, which Jackson wraps; null when there is none. */
    static @Nullable ClassFromPeerException among(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof ClassFromPeerException found) {
                return found;
            }
        }
        return null;
    }
}
