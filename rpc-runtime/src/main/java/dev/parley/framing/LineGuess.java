package dev.parley.framing;

/**
 * Takes a line for a message, as long as a peer ends each of its messages with a newline: looking for newlines takes a
 * fifth of the time of following brackets and strings. Nothing is believed: such a frame is only likely, and whoever
 * reads it says whether it is one message, which reading tells anyway. One wrong guess, and the connection gets no further
 * ones. Whatever is no likely line goes to another splitter, which is exact.
 */
final class LineGuess implements Framing.Splitter {
    private final Framing.Splitter exact;
    private final int maxFrame;

    /** No guess was wrong yet. */
    private boolean trusted = true;

    /** The message before ended with a newline. */
    private boolean lines;

    /** The exact splitter is within a message, and has to see all of it. */
    private boolean exactly;

    /** How many of the bytes not yet consumed hold no newline. */
    private int scanned;

    private boolean likely;
    private int frameFrom;
    private int frameTo;
    private int next;

    LineGuess(Framing.Splitter exact, int maxFrame) {
        this.exact = exact;
        this.maxFrame = maxFrame;
    }

    @Override
    public boolean find(byte[] bytes, int start, int end) throws UnreadableException {
        likely = false;
        if (!lines || exactly) {
            return findExactly(bytes, start, end);
        }
        next = JsonSplitter.white(bytes, start, end);
        if (next == end) {
            return false;
        }
        if (bytes[next] != '{' && bytes[next] != '[') {
            return findExactly(bytes, next, end);
        }
        int newline = ByteScan.newline(bytes, next + scanned, end);
        if (newline - next > maxFrame || newline == end && mayEnd(bytes, next, end)) {
            return findExactly(bytes, next, end);
        }
        if (newline == end) {
            scanned = end - next;
            return false;
        }
        take(next, JsonSplitter.withoutWhite(bytes, next, newline), newline + 1);
        likely = true;
        return true;
    }

    /** A peer may have left out the newline behind its message; while one is under way, most bytes can't be its last. */
    private static boolean mayEnd(byte[] bytes, int from, int end) {
        int last = end - 1;
        if (last > from && JsonSplitter.isWhite(bytes[last])) {
            last--;
        }
        return bytes[last] == '}' || bytes[last] == ']';
    }

    private static boolean endsLine(byte[] bytes, int at, int end) {
        return bytes[at] == '\n' || bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
    }

    private boolean findExactly(byte[] bytes, int start, int end) throws UnreadableException {
        scanned = 0;
        exactly = true;
        if (!exact.find(bytes, start, end)) {
            next = exact.next();
            return false;
        }
        exactly = false;
        take(exact.frameFrom(), exact.frameTo(), exact.next());
        if (frameTo < end) {
            lines = trusted && endsLine(bytes, frameTo, end);
        }
        return true;
    }

    private void take(int from, int to, int then) {
        frameFrom = from;
        frameTo = to;
        next = then;
        scanned = 0;
    }

    @Override
    public boolean findLast(byte[] bytes, int start, int end) throws UnreadableException {
        likely = false;
        scanned = 0;
        boolean found = exact.findLast(bytes, start, end);
        next = exact.next();
        if (found) {
            take(exact.frameFrom(), exact.frameTo(), next);
        }
        return found;
    }

    @Override
    public boolean isLikely() {
        return likely;
    }

    @Override
    public boolean isExpecting() {
        return scanned > 0;
    }

    @Override
    public void lookClosely() {
        if (likely) {
            likely = false;
            trusted = false;
            lines = false;
            next = frameFrom;
        }
        scanned = 0;
        exactly = true;
    }

    @Override
    public int frameFrom() {
        return frameFrom;
    }

    @Override
    public int frameTo() {
        return frameTo;
    }

    @Override
    public int next() {
        return next;
    }

    @Override
    public boolean goesOn() {
        return exact.goesOn();
    }
}
