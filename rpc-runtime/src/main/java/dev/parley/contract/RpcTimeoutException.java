package dev.parley.contract;

import java.io.Serial;

/** A call that was not answered in time. Whether the peer ran it, nobody knows. */
public final class RpcTimeoutException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message names method, connection and time */
    public RpcTimeoutException(String message) {
        super(message, null);
    }
}
