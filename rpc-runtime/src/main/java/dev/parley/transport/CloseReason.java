package dev.parley.transport;

/**
 * Why one end closes a connection. A transport that can tell its peer does so: a WebSocket by its close code.
 *
 * @param kind the reason in general
 * @param text details that may be shown to the peer; empty for none
 */
public record CloseReason(Kind kind, String text) {
    /** Reasons in general. */
    public enum Kind {
        /** The connection has served its purpose. */
        NORMAL,
        /** This end shuts down. */
        GOING_AWAY,
        /** The peer broke the rules of the protocol. */
        PROTOCOL,
        /** The peer sent something that is larger than this end accepts. */
        TOO_LARGE,
        /** The peer behaved in a way that this end does not accept, such as not reading its answers. */
        POLICY,
        /** This end failed. */
        FAILED
    }

    /** The connection has served its purpose. */
    public static final CloseReason NORMAL = new CloseReason(Kind.NORMAL, "");

    /** This end shuts down. */
    public static final CloseReason GOING_AWAY = new CloseReason(Kind.GOING_AWAY, "");
}
