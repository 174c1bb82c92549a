package dev.parley.contract;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A call that was not sent: its request is larger than the limit. The peer never saw it. */
public final class RpcRequestException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message names the method and the limit */
    public RpcRequestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
