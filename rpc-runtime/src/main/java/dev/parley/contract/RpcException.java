package dev.parley.contract;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call that did not come to a result, for whatever reason but an exception that its method declares. */
public abstract class RpcException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RpcException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
