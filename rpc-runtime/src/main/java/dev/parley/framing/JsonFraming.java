package dev.parley.framing;

/** JSON values that follow each other. */
final class JsonFraming implements Framing {
    private static final byte[] NOTHING = {};
    private static final byte[] NEWLINE = {'\n'};

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean survivesGarbage() {
        return false;
    }

    @Override
    public Splitter splitter(int maxFrame, int maxDepth) {
        return new LineGuess(new JsonSplitter(maxFrame, maxDepth), maxFrame);
    }

    @Override
    public byte[] before(int length) {
        return NOTHING;
    }

    @Override
    public byte[] after() {
        return NEWLINE;
    }
}
