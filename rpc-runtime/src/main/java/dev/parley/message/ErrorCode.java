package dev.parley.message;

/**
 * The error codes that the runtime itself answers with.
 *
 * <p>The first five and their meanings are those of JSON-RPC 2.0, section 5.1. The others lie in the range that the
 * specification leaves to implementations and follow the meanings that jsonrpsee gave them. Other projects use the
 * same numbers otherwise (LSP, MCP, Ethereum), so a service may declare any integer for its own errors.
 */
public final class ErrorCode {
    /** The bytes are no well-formed message. */
    public static final int PARSE_ERROR = -32700;
    /** Well-formed, but not a request. */
    public static final int INVALID_REQUEST = -32600;
    /** No such method here. */
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

    private ErrorCode() {}
}
