package dev.parley.framing;

import java.io.IOException;
import java.io.Serial;

/** Bytes of a peer that are no frame, or one that is too large. */
public final class UnreadableException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Which rule the bytes broke. */
    public enum Rule {
        /** They follow no rule of the framing. */
        SYNTAX,
        /** The frame is larger than the limit. */
        SIZE,
        /** Its values nest deeper than the limit. */
        DEPTH,
        /** It was not complete in time. */
        TIME,
        /** The peer speaks another protocol, such as HTTP. */
        PROTOCOL
    }

    private final Rule rule;

    /** @param message what is wrong, in words that may be shown to the peer */
    public UnreadableException(Rule rule, String message) {
        super(message);
        this.rule = rule;
    }

    /** Which rule the bytes broke. */
    public Rule rule() {
        return rule;
    }
}
