package dev.parley.framing;

/**
 * Finds JSON messages by their newlines while a peer ends each of them with one: to look for newlines and closing brackets takes
 * a fraction of the time of following brackets and strings. The result is the one of the exact splitter, which gets whatever
 * is in doubt.
 *
 * <p>A closing bracket followed by anything but a comma, another closing bracket or the end of the line may end a message within
 * the line: that is in doubt. A line that ends with a closing bracket ends a message unless the next byte continues it, and the
 * only bytes that do are a comma and closing brackets. Where that byte has not arrived yet, the line is in doubt too. Whatever is
 * not JSON may be cut differently, but never into JSON.
 */
final class JsonLines extends Splitter {
    /** What is said of a line instead of where it ends. */
    private static final int DOUBT = -1;

    private final Splitter exact;
    private final int maxFrame;

    /** The message before ended with a newline. */
    private boolean lines;

    /** The exact splitter is within a message, and has to see all of it. */
    private boolean exactly;

    /** How many of the bytes not yet consumed are known to belong to one unfinished line. */
    private int scanned;

    JsonLines(Splitter exact, int maxFrame) {
        this.exact = exact;
        this.maxFrame = maxFrame;
    }

    @Override
    public boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
        if (!lines || exactly || last) {
            return findExactly(bytes, start, end, last);
        }
        int from = JsonSplitter.white(bytes, start, end);
        if (from == end) {
            return notYet(end);
        }
        if (bytes[from] != '{' && bytes[from] != '[') {
            return findExactly(bytes, from, end, false);
        }
        int bracket = lastBracket(bytes, from + scanned, end);
        if (bracket == end && end - from <= maxFrame) {
            scanned = end - from;
            return notYet(from);
        }
        if (bracket == DOUBT || bracket + 1 - from > maxFrame) {
            return findExactly(bytes, from, end, false);
        }
        int next = JsonSplitter.white(bytes, bracket + 1, end);
        if (next == end || bytes[next] == ',' || isClosing(bytes[next])) {
            return findExactly(bytes, from, end, false);
        }
        scanned = 0;
        return found(from, bracket + 1, next);
    }

    /** The closing bracket before the end of the line; the end if neither is there yet. */
    private static int lastBracket(byte[] bytes, int from, int end) {
        int i = ByteScan.newlineOrClosing(bytes, from, end);
        while (i < end) {
            if (bytes[i] == '\n' || i + 1 == end) {
                return DOUBT;
            }
            byte next = bytes[i + 1];
            if (next == '\n' || next == '\r' && i + 2 < end && bytes[i + 2] == '\n') {
                return i;
            }
            if (next != ',' && !isClosing(next)) {
                return DOUBT;
            }
            i = ByteScan.newlineOrClosing(bytes, i + 1, end);
        }
        return end;
    }

    private static boolean isClosing(byte b) {
        return b == '}' || b == ']';
    }

    private boolean findExactly(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
        scanned = 0;
        exactly = true;
        try {
            if (!exact.find(bytes, start, end, last)) {
                return notYet(exact.next());
            }
        } catch (UnreadableException e) {
            throw reject(e.rule(), String.valueOf(e.getMessage()), exact.goesOn() ? exact.next() : -1);
        }
        exactly = false;
        int to = exact.frameTo();
        if (to < end) {
            lines = endsLine(bytes, to, end);
        }
        return found(exact.frameFrom(), to, exact.next());
    }

    private static boolean endsLine(byte[] bytes, int at, int end) {
        return bytes[at] == '\n' || bytes[at] == '\r' && at + 1 < end && bytes[at + 1] == '\n';
    }
}
