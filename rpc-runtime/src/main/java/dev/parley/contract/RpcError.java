package dev.parley.contract;

import dev.parley.codec.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What an error response says.
 *
 * @param code what kind of error; see {@link dev.parley.message.ErrorCode}. Any integer may be declared by a service
 * @param message one sentence for people
 * @param data whatever the service chose to add; null when it added nothing
 */
public record RpcError(int code, String message, @Nullable JsonValue data) {
    /** An error without data. */
    public static RpcError of(int code, String message) {
        return new RpcError(code, message, null);
    }

    /** An error with a text as its data. */
    public static RpcError of(int code, String message, String detail) {
        return new RpcError(code, message, JsonValue.of(detail));
    }

    /** The text for a log or an exception: message, code and data. */
    public String inWords() {
        return message + " (" + code + ")" + (data == null ? "" : ": " + data);
    }
}
