package dev.parley.framing;

/** One message a line. */
final class LineFraming implements Framing {
    @Override
    public String name() {
        return "line";
    }

    @Override
    public FramingSession session(int maxFrame, int maxDepth) {
        return PlainSession.withNewlines(new LineSplitter(maxFrame), true);
    }

    private static final class LineSplitter extends Splitter {
        private final int maxFrame;

        /** How many of the bytes not yet consumed hold no newline. */
        private int scanned;

        /** Whether we are in the rest of a line that was reported as too long. */
        private boolean skipping;

        LineSplitter(int maxFrame) {
            this.maxFrame = maxFrame;
        }

        @Override
        public boolean find(byte[] bytes, int start, int end, boolean last) throws UnreadableException {
            int from = start;
            while (true) {
                int newline = ByteScan.newline(bytes, from + scanned, end);
                if (newline == end) {
                    return unfinished(bytes, from, end, last);
                }
                scanned = 0;
                if (skipping) {
                    skipping = false;
                } else if (isFrame(bytes, from, newline, newline + 1)) {
                    return true;
                }
                from = newline + 1;
            }
        }

        /** There is no newline: says what to keep, which is nothing of a line that is too long. */
        private boolean unfinished(byte[] bytes, int from, int end, boolean last) throws UnreadableException {
            if (skipping) {
                scanned = 0;
                return notYet(end);
            }
            if (last) {
                scanned = 0;
                return isFrame(bytes, from, end, end) || notYet(end);
            }
            if (withoutReturn(bytes, from, end) - from > maxFrame) {
                skipping = true;
                scanned = 0;
                throw rejectTooLarge(maxFrame, end);
            }
            scanned = end - from;
            return notYet(from);
        }

        /** Takes a line as the frame, unless it is blank. */
        private boolean isFrame(byte[] bytes, int from, int lineEnd, int then) throws UnreadableException {
            int to = withoutReturn(bytes, from, lineEnd);
            if (to - from > maxFrame) {
                throw rejectTooLarge(maxFrame, then);
            }
            return !isBlank(bytes, from, to) && found(from, to, then);
        }

        private static int withoutReturn(byte[] bytes, int from, int to) {
            return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        }

        private static boolean isBlank(byte[] bytes, int from, int to) {
            int i = from;
            while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r')) {
                i++;
            }
            return i == to;
        }
    }
}
