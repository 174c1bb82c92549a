package dev.parley.contract;

import dev.parley.serializer.ValueException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not come to a result, for whatever reason but an exception that its method declares. Control characters of
 * its message, which a peer may have chosen, are escaped.
 */
public abstract class RpcException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RpcException(String message, @Nullable Throwable cause) {
        super(ValueException.printable(message), cause);
    }
}
