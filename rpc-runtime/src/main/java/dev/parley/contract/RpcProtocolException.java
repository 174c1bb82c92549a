package dev.parley.contract;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** An answer that breaks the protocol, or whose result is not of the declared type. */
public final class RpcProtocolException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message says what was expected and found */
    public RpcProtocolException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
