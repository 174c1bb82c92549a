package dev.parley.serializer;

import java.io.Serial;

/** A message that grew beyond the limit while it was written. */
public final class OversizedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** @param maxBytes the limit that was passed */
    public OversizedException(int maxBytes) {
        super("the message would be larger than " + maxBytes + " bytes", null, false, false);
    }
}
