package dev.parley.framing;

/** JSON values that follow each other. */
final class JsonFraming implements Framing {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public FramingSession session(int maxFrame, int maxDepth) {
        return PlainSession.withNewlines(new JsonLines(new JsonSplitter(maxFrame, maxDepth), maxFrame), false);
    }
}
