package dev.parley.message;

import java.util.List;
import java.util.Optional;

/**
 * An error code that the runtime itself answers with: what it means, whether the call may have run, and whether the caller
 * may send it again. {@link #table()} has all of them.
 *
 * <p>The first five and their meanings are those of JSON-RPC 2.0, section 5.1. The others, but for {@link #CANCELLED},
 * lie in the range that the specification leaves to implementations; -32007 to -32011 mean what jsonrpsee means by them.
 * Other projects use numbers of that range otherwise, so a service may declare any integer for its own errors, and a
 * {@link Dialect} may have {@linkplain Dialect#wireCode other numbers} for ours.
 *
 * @param code the number on the wire
 * @param meaning what happened, in a sentence without its full stop
 * @param mayHaveRun whether the method may have been called
 * @param retry whether the same call may have success later
 */
public record ErrorCode(int code, String meaning, boolean mayHaveRun, Retry retry) {
    /** The bytes are not a well-formed message. */
    public static final int PARSE_ERROR = -32700;
    /** Well-formed, but not a request. */
    public static final int INVALID_REQUEST = -32600;
    /** The peer does not have the method. */
    public static final int METHOD_NOT_FOUND = -32601;
    /** The parameters do not fit the method. */
    public static final int INVALID_PARAMS = -32602;
    /** The method failed in a way that it did not declare. */
    public static final int INTERNAL_ERROR = -32603;
    /** The message is larger than the receiver's limit. */
    public static final int OVERSIZED_REQUEST = -32007;
    /** The answer would be larger than the sender's limit. */
    public static final int OVERSIZED_RESPONSE = -32008;
    /** Too many calls are in flight. */
    public static final int BUSY = -32009;
    /** The batch has more entries than the receiver's limit. */
    public static final int OVERSIZED_BATCH = -32010;
    /** The answers to a batch are, taken together, larger than the sender's limit. */
    public static final int OVERSIZED_BATCH_RESPONSE = -32011;
    /** The call did not end within its time: the caller's deadline, or the server's limit. */
    public static final int DEADLINE_EXCEEDED = -32012;
    /** The peer is closing and no longer accepts calls. */
    public static final int DRAINING = -32013;
    /** The peer does not know who calls. */
    public static final int UNAUTHENTICATED = -32014;
    /** The caller may not call this method. */
    public static final int FORBIDDEN = -32015;
    /** The caller cancelled the call; the number is that of the Language Server Protocol. */
    public static final int CANCELLED = -32800;

    private static final List<ErrorCode> TABLE = List.of(
            new ErrorCode(PARSE_ERROR, "the bytes are not a well-formed message", false, Retry.NO),
            new ErrorCode(INVALID_REQUEST, "the message is well-formed, but not a request", false, Retry.NO),
            new ErrorCode(METHOD_NOT_FOUND, "the peer does not have the method", false, Retry.NO),
            new ErrorCode(INVALID_PARAMS, "the parameters do not fit the method", false, Retry.NO),
            new ErrorCode(
                    INTERNAL_ERROR, "the method failed in a way that it did not declare", true, Retry.IF_IDEMPOTENT),
            new ErrorCode(OVERSIZED_REQUEST, "the request is larger than the receiver's limit", false, Retry.NO),
            new ErrorCode(OVERSIZED_RESPONSE, "the answer is larger than the sender's limit", true, Retry.NO),
            new ErrorCode(BUSY, "the peer runs as many calls as it may", false, Retry.LATER),
            new ErrorCode(OVERSIZED_BATCH, "the batch has more entries than the receiver's limit", false, Retry.NO),
            new ErrorCode(
                    OVERSIZED_BATCH_RESPONSE,
                    "the answers to a batch are larger, taken together, than the sender's limit",
                    true,
                    Retry.NO),
            new ErrorCode(DEADLINE_EXCEEDED, "the call did not end within its time", true, Retry.IF_IDEMPOTENT),
            new ErrorCode(DRAINING, "the peer is closing and no longer accepts calls", false, Retry.ELSEWHERE),
            new ErrorCode(UNAUTHENTICATED, "the peer does not know who calls", false, Retry.NO),
            new ErrorCode(FORBIDDEN, "the caller may not call the method", false, Retry.NO),
            new ErrorCode(CANCELLED, "the caller cancelled the call", true, Retry.NO));

    /** Whether the same call, sent again, may have success. */
    public enum Retry {
        /** It fails again, or was not wanted any longer. */
        NO,
        /** After a while, on the same connection: it did not run. */
        LATER,
        /** At once, on another connection or at another address: it did not run. */
        ELSEWHERE,
        /** Only if calling twice does no more than calling once, because it may have run. */
        IF_IDEMPOTENT
    }

    /** All codes that the runtime itself answers with. */
    public static List<ErrorCode> table() {
        return TABLE;
    }

    /** What a code means if it is one of the runtime's. */
    public static Optional<ErrorCode> of(int code) {
        return TABLE.stream().filter(entry -> entry.code == code).findFirst();
    }
}
