package dev.parley.framing;

/** One message a line. */
final class LineFraming implements Framing {
    private static final byte[] NOTHING = {};
    private static final byte[] NEWLINE = {'\n'};

    @Override
    public String name() {
        return "line";
    }

    @Override
    public boolean survivesGarbage() {
        return true;
    }

    @Override
    public Splitter splitter(int maxFrame, int maxDepth) {
        return new LineSplitter(maxFrame);
    }

    @Override
    public byte[] before(int length) {
        return NOTHING;
    }

    @Override
    public byte[] after() {
        return NEWLINE;
    }

    private static final class LineSplitter implements Splitter {
        private final int maxFrame;

        /** How many of the bytes not yet consumed hold no newline. */
        private int scanned;

        /** Whether we are in the rest of a line that was reported as too long. */
        private boolean skipping;

        private int frameFrom;
        private int frameTo;
        private int next;

        LineSplitter(int maxFrame) {
            this.maxFrame = maxFrame;
        }

        @Override
        public boolean find(byte[] bytes, int start, int end) throws UnreadableException {
            next = start;
            while (true) {
                int newline = ByteScan.newline(bytes, next + scanned, end);
                if (newline == end) {
                    return more(bytes, end);
                }
                int from = next;
                consumeTo(newline + 1);
                if (skipping) {
                    skipping = false;
                } else if (isFrame(bytes, from, newline)) {
                    return true;
                }
            }
        }

        /** There is no newline yet: says what to keep, which is nothing of a line that is too long. */
        private boolean more(byte[] bytes, int end) throws UnreadableException {
            int from = next;
            if (skipping) {
                consumeTo(end);
            } else if (withoutReturn(bytes, from, end) - from > maxFrame) {
                skipping = true;
                consumeTo(end);
                throw tooLong();
            } else {
                scanned = end - from;
            }
            return false;
        }

        private void consumeTo(int index) {
            next = index;
            scanned = 0;
        }

        /** Takes a line as the frame, unless it is blank. */
        private boolean isFrame(byte[] bytes, int from, int lineEnd) throws UnreadableException {
            int to = withoutReturn(bytes, from, lineEnd);
            if (to - from > maxFrame) {
                throw tooLong();
            }
            frameFrom = from;
            frameTo = to;
            return !isBlank(bytes, from, to);
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

        private UnreadableException tooLong() {
            return new UnreadableException(
                    UnreadableException.Rule.SIZE, "the message is larger than the limit of " + maxFrame + " bytes");
        }

        @Override
        public boolean findLast(byte[] bytes, int start, int end) throws UnreadableException {
            if (find(bytes, start, end)) {
                return true;
            }
            int from = next;
            consumeTo(end);
            return isFrame(bytes, from, end);
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
            return true;
        }
    }
}
