package dev.parley.codegen.reader.source;

import java.io.Serial;

/** A type that no codec can be generated for, though databind may know how to treat it. */
final class UntreatableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param reason words that follow a "because" */
    UntreatableException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
