package dev.parley.contract;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call whose connection ended, or could not be made, before its answer came. Its text names the connection and why. */
public final class RpcConnectionException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param cause what ended the connection; null when it was closed without a fault */
    public RpcConnectionException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
