package dev.parley.contract;

import java.io.Serial;

/** A call whose caller was interrupted while it waited. The thread's interrupt flag is set; the call was cancelled. */
public final class RpcInterruptedException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param message names the method */
    public RpcInterruptedException(String message, InterruptedException cause) {
        super(message, cause);
    }
}
