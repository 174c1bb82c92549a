package dev.parley.framing;

/** A session that writes the same marks around every frame. */
record PlainSession(Splitter splitter, byte[] after, boolean survivesGarbage) implements FramingSession {
    private static final byte[] NOTHING = {};
    private static final byte[] NEWLINE = {'\n'};

    /** A session that ends each frame with a newline. */
    static PlainSession withNewlines(Splitter splitter, boolean survivesGarbage) {
        return new PlainSession(splitter, NEWLINE, survivesGarbage);
    }

    @Override
    public byte[] before(int length) {
        return NOTHING;
    }
}
