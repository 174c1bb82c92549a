package dev.parley.contract;

import dev.parley.codec.JsonValue;
import dev.parley.message.ErrorCode;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An error response. A client throws it for an error that the method does not declare; a service throws it to answer
 * with an error of its choice, which reaches the peer as it is.
 */
public class RpcErrorException extends RpcException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    /** With an error of any kind. */
    public RpcErrorException(RpcError error) {
        super(error.inWords(), null);
        this.error = error;
    }

    /** With an error without data. */
    public RpcErrorException(int code, String message) {
        this(RpcError.of(code, message));
    }

    /**
     * What a peer gets for a method that nobody knows: for a service that implements only some of what its interface
     * declares.
     */
    public static RpcErrorException methodNotFound() {
        return new RpcErrorException(ErrorCode.METHOD_NOT_FOUND, "Method not found");
    }

    /** The error. */
    public RpcError error() {
        return error;
    }

    /** The error's code. */
    public int code() {
        return error.code();
    }

    /** The error's data; null when it has none. */
    public @Nullable JsonValue data() {
        return error.data();
    }
}
