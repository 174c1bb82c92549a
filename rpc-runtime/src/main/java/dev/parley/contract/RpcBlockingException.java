package dev.parley.contract;

import java.io.Serial;

/**
 * A wait that was refused, because the thread has to read the answer that it would wait for: it runs a callback of a
 * future, or a method that was declared non-blocking. A call that blocks was not sent.
 */
public final class RpcBlockingException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message says what would block, and how to go on instead */
    public RpcBlockingException(String message) {
        super(message, null);
    }
}
